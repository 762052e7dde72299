import type { Statistics } from '../../schema/statistics';
import { compareText } from '../by-name';
import type { Catalog, CatalogObject } from '../catalog';
import { settleSpelling } from '../spelling/settle-spelling';

interface Row {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly table_schema: string;
  readonly table_name: string;
  readonly kinds: readonly string[];
  readonly columns: readonly string[];
  readonly expressions: readonly string[] | null;
  readonly target: number | null;
  readonly comment: string | null;
}

export async function readStatistics(
  catalog: Catalog,
  tables: readonly number[],
): Promise<CatalogObject<Statistics>[]> {
  const rows = await catalog.query<Row>(
    `SELECT s.oid, n.nspname AS schema, s.stxname AS name, tn.nspname AS table_schema, t.relname AS table_name,
       s.stxkind::text[] AS kinds,
       ARRAY(SELECT a.attname::text FROM pg_attribute a
              WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys::int2[])) AS columns,
       pg_get_statisticsobjdef_expressions(s.oid) AS expressions,
       nullif(s.stxstattarget, -1) AS target, d.description AS comment
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
      kinds: kindsOf(row),
      columns: [...row.columns].sort(compareText),
      expressions: (row.expressions ?? []).map(settleSpelling),
      target: row.target,
      comment: row.comment,
    },
  }));
}

/** Statistics of one expression have no kinds; of the letters, `e` only says that there are expressions. */
function kindsOf({ kinds }: Row): Statistics['kinds'] {
  const found = kinds.filter((kind) => kind !== 'e').map(kindOf);
  return found.length === 3 ? [] : found.sort(compareText);
}

function kindOf(letter: string): Statistics['kinds'][number] {
  switch (letter) {
    case 'd':
      return 'ndistinct';
    case 'f':
      return 'dependencies';
    case 'm':
      return 'mcv';
    default:
      throw new Error(`pg_statistic_ext.stxkind '${letter}' is unknown`);
  }
}
