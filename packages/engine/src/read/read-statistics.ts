import type { Statistics } from '../schema/statistics';
import type { Catalog, CatalogObject } from './catalog';

export async function readStatistics(
  catalog: Catalog,
  tables: readonly number[],
): Promise<CatalogObject<Statistics>[]> {
  const rows = await catalog.query<{
    oid: number;
    schema: string;
    name: string;
    table_schema: string;
    table_name: string;
    definition: string;
    target: number | null;
    comment: string | null;
  }>(
    `SELECT s.oid, n.nspname AS schema, s.stxname AS name, tn.nspname AS table_schema, t.relname AS table_name,
       pg_get_statisticsobjdef(s.oid) AS definition, nullif(s.stxstattarget, -1) AS target, d.description AS comment
  FROM pg_statistic_ext s
  JOIN pg_namespace n ON n.oid = s.stxnamespace
  JOIN pg_class t ON t.oid = s.stxrelid
  JOIN pg_namespace tn ON tn.oid = t.relnamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_statistic_ext'::regclass AND d.objoid = s.oid AND d.objsubid = 0
 WHERE s.stxrelid = ANY ($1::oid[])`,
    [tables],
  );
  return rows.map((row) => ({
    oid: row.oid,
    value: {
      schema: row.schema,
      name: row.name,
      table: { schema: row.table_schema, name: row.table_name },
      definition: row.definition,
      target: row.target,
      comment: row.comment,
    },
  }));
}
