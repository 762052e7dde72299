import type { Routine } from '../../schema/routine';
import type { Catalog, CatalogObject } from '../catalog';
import { settleSpelling } from '../spelling/settle-spelling';
import { aggregateDefinition } from './aggregate-definition';
import { notMadeForAnother, notOfAnExtension } from './not-of-an-extension';

export async function readRoutines(catalog: Catalog): Promise<CatalogObject<Routine>[]> {
  const rows = await catalog.query<{
    oid: number;
    schema: string;
    name: string;
    prokind: string;
    identity_arguments: string;
    arguments: string;
    result: string | null;
    language: string;
    definition: string;
    is_parsed: boolean;
    comment: string | null;
  }>(
    `SELECT p.oid, n.nspname AS schema, p.proname AS name, p.prokind,
       pg_get_function_identity_arguments(p.oid) AS identity_arguments,
       pg_get_function_arguments(p.oid) AS arguments, pg_get_function_result(p.oid) AS result, l.lanname AS language,
       CASE WHEN p.prokind = 'a' THEN ${aggregateDefinition}
         ELSE rtrim(substr(pg_get_functiondef(p.oid), length('CREATE OR REPLACE ') + 1), E'\\n') END AS definition,
       p.prosqlbody IS NOT NULL AS is_parsed, d.description AS comment
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_language l ON l.oid = p.prolang
  LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
  LEFT JOIN pg_description d ON d.classoid = 'pg_proc'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE p.pronamespace = ANY ($1::oid[]) AND ${notOfAnExtension('pg_proc', 'p.oid')}
   AND ${notMadeForAnother('pg_proc', 'p.oid')}`,
    [catalog.namespaces],
  );
  return rows.map((row) => ({
    oid: row.oid,
    value: {
      schema: row.schema,
      name: row.name,
      kind: kindOf(row.prokind),
      identityArguments: row.identity_arguments,
      arguments: row.arguments,
      result: row.result,
      language: row.language,
      // A body in a string is the author's own text.
      definition: row.is_parsed ? settleSpelling(row.definition) : row.definition,
      comment: row.comment,
    },
  }));
}

function kindOf(prokind: string): Routine['kind'] {
  switch (prokind) {
    case 'f':
      return 'function';
    case 'p':
      return 'procedure';
    case 'w':
      return 'window';
    case 'a':
      return 'aggregate';
    default:
      throw new Error(`pg_proc.prokind '${prokind}' is unknown`);
  }
}
