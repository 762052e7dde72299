import type { Policy } from '../../schema/policy';
import { compareText } from '../by-name';
import type { Catalog, RelationPart } from '../catalog';
import { settleSpelling } from '../spelling/settle-spelling';

export async function readPolicies(
  catalog: Catalog,
  tables: readonly number[],
): Promise<RelationPart<Policy>[]> {
  const rows = await catalog.query<{
    oid: number;
    relation: number;
    name: string;
    permissive: boolean;
    command: string;
    roles: readonly string[];
    using: string | null;
    with_check: string | null;
    comment: string | null;
  }>(
    `SELECT p.oid, p.polrelid AS relation, p.polname AS name, p.polpermissive AS permissive, p.polcmd AS command,
       ARRAY(SELECT r.rolname::text FROM pg_roles r WHERE r.oid = ANY (p.polroles)) AS roles,
       pg_get_expr(p.polqual, p.polrelid) AS using, pg_get_expr(p.polwithcheck, p.polrelid) AS with_check,
       d.description AS comment
  FROM pg_policy p
  LEFT JOIN pg_description d ON d.classoid = 'pg_policy'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE p.polrelid = ANY ($1::oid[])`,
    [tables],
  );
  return rows.map((row) => ({
    oid: row.oid,
    relation: row.relation,
    value: {
      name: row.name,
      permissive: row.permissive,
      command: commandOf(row.command),
      roles: [...row.roles].sort(compareText),
      using: row.using === null ? null : settleSpelling(row.using),
      withCheck: row.with_check === null ? null : settleSpelling(row.with_check),
      comment: row.comment,
    },
  }));
}

function commandOf(code: string): Policy['command'] {
  switch (code) {
    case '*':
      return 'all';
    case 'r':
      return 'select';
    case 'a':
      return 'insert';
    case 'w':
      return 'update';
    case 'd':
      return 'delete';
    default:
      throw new Error(`pg_policy.polcmd '${code}' is unknown`);
  }
}
