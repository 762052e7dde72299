import type { QualifiedName } from '../../schema/qualified-name';
import type { IndexKey, TableIndex } from '../../schema/table-index';
import type { Catalog, RelationPart } from '../catalog';
import { settleSpelling } from '../spelling/settle-spelling';
import { together } from '../together';
import type { AttributeNames } from './attribute-names';

export type CatalogIndex = RelationPart<TableIndex>;

interface Row {
  readonly oid: number;
  readonly relation: number;
  readonly name: string;
  readonly unique: boolean;
  readonly nulls_not_distinct: boolean;
  readonly method: string;
  readonly attributes: readonly number[];
  readonly key_count: number;
  readonly flags: readonly number[];
  readonly expressions: readonly (string | null)[] | null;
  readonly collations: readonly (QualifiedName | null)[] | null;
  readonly operator_classes: readonly (QualifiedName | null)[] | null;
  readonly predicate: string | null;
  readonly options: readonly string[] | null;
  readonly state: TableIndex['state'];
  readonly definition: string;
  readonly comment: string | null;
}

interface KeyRow {
  readonly index: number;
  readonly position: number;
  readonly options: readonly string[] | null;
  readonly statistics_target: number | null;
}

/** The indexes that no constraint stands on, less those that a partition has from its parent. */
export async function readIndexes(
  catalog: Catalog,
  relations: readonly number[],
  attributes: Promise<AttributeNames>,
): Promise<CatalogIndex[]> {
  const [rows, keyRows, names] = await together(
    catalog.query<Row>(indexesSql(catalog.major), [relations]),
    catalog.query<KeyRow>(keysSql, [relations]),
    attributes,
  );
  const keySettings = new Map(keyRows.map((row) => [`${row.index} ${row.position}`, row]));
  return rows.map((row) => ({
    oid: row.oid,
    relation: row.relation,
    value: toIndex(row, names, keySettings),
  }));
}

const keysSql = `SELECT a.attrelid AS index, a.attnum AS position, a.attoptions AS options,
       nullif(a.attstattarget, -1) AS statistics_target
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indexrelid
 WHERE i.indrelid = ANY ($1::oid[]) AND (a.attoptions IS NOT NULL OR a.attstattarget >= 0)`;

function indexesSql(major: number): string {
  const keyPositions = 'generate_series(1, i.indnkeyatts) AS p (position)';
  return `SELECT i.indexrelid AS oid, i.indrelid AS relation, c.relname AS name, i.indisunique AS unique,
       ${major >= 15 ? 'i.indnullsnotdistinct' : 'false'} AS nulls_not_distinct, am.amname AS method,
       string_to_array(i.indkey::text, ' ')::int[] AS attributes, i.indnkeyatts AS key_count,
       string_to_array(i.indoption::text, ' ')::int[] AS flags,
       CASE WHEN i.indexprs IS NOT NULL THEN ARRAY(
         SELECT CASE WHEN i.indkey[p.position - 1] = 0 THEN pg_get_indexdef(i.indexrelid, p.position::int, false) END
           FROM ${keyPositions} ORDER BY p.position) END AS expressions,
       CASE WHEN special.collations THEN (
         SELECT json_agg(CASE WHEN coll.oid IS NOT NULL THEN json_build_object('schema', cn.nspname, 'name', coll.collname) END
                         ORDER BY p.position)
           FROM ${keyPositions}
           LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p.position - 1] AND a.attnum > 0
           LEFT JOIN pg_collation coll ON coll.oid = i.indcollation[p.position - 1]
                 AND coll.oid <> coalesce(a.attcollation, 'pg_catalog."default"'::regcollation::oid)
           LEFT JOIN pg_namespace cn ON cn.oid = coll.collnamespace) END AS collations,
       CASE WHEN special.operator_classes THEN (
         SELECT json_agg(CASE WHEN NOT oc.opcdefault THEN json_build_object('schema', ocn.nspname, 'name', oc.opcname) END
                         ORDER BY p.position)
           FROM ${keyPositions}
           JOIN pg_opclass oc ON oc.oid = i.indclass[p.position - 1]
           JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace) END AS operator_classes,
       pg_get_expr(i.indpred, i.indrelid) AS predicate, c.reloptions AS options,
       CASE WHEN i.indisvalid THEN 'valid' WHEN c.relkind <> 'I' THEN 'unfinished'
            WHEN EXISTS (SELECT FROM pg_inherits p WHERE p.inhparent = i.indexrelid) THEN 'someParts'
            ELSE 'parentOnly' END AS state,
       pg_get_indexdef(i.indexrelid) AS definition, d.description AS comment
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_am am ON am.oid = c.relam
  LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
  CROSS JOIN LATERAL (SELECT
       i.indcollation::text ~ '[1-9]' AS collations,
       i.indclass::oid[] && ARRAY(SELECT oc.oid FROM pg_opclass oc WHERE NOT oc.opcdefault) AS operator_classes) special
 WHERE i.indrelid = ANY ($1::oid[]) AND NOT c.relispartition
   AND NOT EXISTS (SELECT FROM pg_constraint con WHERE con.conindid = i.indexrelid AND con.contype IN ('p', 'u', 'x'))`;
}

/** Bits of `pg_index.indoption`. */
const descending = 1;
const nullsFirst = 2;

function toIndex(row: Row, names: AttributeNames, settings: ReadonlyMap<string, KeyRow>): TableIndex {
  const keys = row.attributes.slice(0, row.key_count).map((attribute, at): IndexKey => {
    const flags = row.flags[at] ?? 0;
    const expression = row.expressions?.[at];
    return {
      ...(attribute === 0
        ? { kind: 'expression', expression: settleSpelling(expression ?? '') }
        : { kind: 'column', column: names.of(row.relation, attribute) }),
      collation: row.collations?.[at] ?? null,
      operatorClass: row.operator_classes?.[at] ?? null,
      operatorClassOptions: [...(settings.get(`${row.oid} ${at + 1}`)?.options ?? [])].sort(),
      order: (flags & descending) === 0 ? 'asc' : 'desc',
      nulls: (flags & nullsFirst) === 0 ? 'last' : 'first',
    };
  });
  return {
    name: row.name,
    unique: row.unique,
    nullsNotDistinct: row.nulls_not_distinct,
    method: row.method,
    keys,
    include: names.all(row.relation, row.attributes.slice(row.key_count)),
    predicate: row.predicate === null ? null : settleSpelling(row.predicate),
    options: [...(row.options ?? [])].sort(),
    state: row.state,
    statisticsTargets: keys.map((_, at) => settings.get(`${row.oid} ${at + 1}`)?.statistics_target ?? null),
    definition: settleSpelling(row.definition),
    comment: row.comment,
  };
}
