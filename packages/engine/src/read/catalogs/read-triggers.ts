import type { Enabled, Trigger } from '../../schema/trigger';
import type { Catalog, RelationPart } from '../catalog';
import { settleSpelling } from '../spelling/settle-spelling';

/** The triggers that people made: not those of foreign keys, nor what a partition has from its parent. */
export async function readTriggers(
  catalog: Catalog,
  relations: readonly number[],
): Promise<RelationPart<Trigger>[]> {
  const rows = await catalog.query<{
    oid: number;
    relation: number;
    name: string;
    definition: string;
    enabled: string;
    comment: string | null;
  }>(
    `SELECT t.oid, t.tgrelid AS relation, t.tgname AS name, pg_get_triggerdef(t.oid) AS definition,
       t.tgenabled AS enabled, d.description AS comment
  FROM pg_trigger t
  LEFT JOIN pg_description d ON d.classoid = 'pg_trigger'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE t.tgrelid = ANY ($1::oid[]) AND NOT t.tgisinternal AND t.tgparentid = 0`,
    [relations],
  );
  return rows.map(({ oid, relation, name, definition, enabled, comment }) => ({
    oid,
    relation,
    value: { name, definition: settleSpelling(definition), enabled: toEnabled(enabled), comment },
  }));
}

export function toEnabled(code: string): Enabled {
  switch (code) {
    case 'O':
      return 'origin';
    case 'D':
      return 'disabled';
    case 'R':
      return 'replica';
    case 'A':
      return 'always';
    default:
      throw new Error(`the firing mode '${code}' of a trigger or rule is unknown`);
  }
}
