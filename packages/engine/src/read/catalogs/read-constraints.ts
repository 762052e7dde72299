import type { Constraint, Deferrable, ForeignKeyAction } from '../../schema/constraint';
import type { Catalog, RelationPart } from '../catalog';
import { settleSpelling } from '../spelling/settle-spelling';
import { together } from '../together';
import type { AttributeNames } from './attribute-names';

export interface CatalogConstraint extends RelationPart<Constraint> {
  /** The index that a primary key, a unique or an exclusion stands on. */
  readonly index: number | null;
}

interface Row {
  readonly oid: number;
  readonly relation: number;
  readonly name: string;
  readonly contype: string;
  readonly definition: string;
  readonly deferrable: boolean;
  readonly deferred: boolean;
  readonly inherited: boolean;
  readonly comment: string | null;
  readonly attributes: readonly number[] | null;
  readonly expression: string | null;
  readonly no_inherit: boolean;
  readonly validated: boolean;
  readonly enforced: boolean;
  readonly period: boolean;
  readonly index_oid: number | null;
  readonly index_attributes: readonly number[] | null;
  readonly index_key_count: number | null;
  readonly nulls_not_distinct: boolean | null;
  readonly index_options: readonly string[] | null;
  readonly referenced_schema: string | null;
  readonly referenced_table: string | null;
  readonly referenced_columns: readonly string[] | null;
  readonly on_update: string;
  readonly on_delete: string;
  readonly on_delete_columns: readonly string[] | null;
  readonly match: string;
}

/** Those that are a table's own: not what a partition has from its parent, and no not-null constraint. */
export async function readConstraints(
  catalog: Catalog,
  tables: readonly number[],
  attributes: Promise<AttributeNames>,
): Promise<CatalogConstraint[]> {
  const [rows, names] = await together(
    catalog.query<Row>(constraintsSql(catalog.major), [tables]),
    attributes,
  );
  return rows.map((row) => ({
    oid: row.oid,
    relation: row.relation,
    index: row.index_oid,
    value: toConstraint(row, names),
  }));
}

function constraintsSql(major: number): string {
  return `SELECT con.oid, con.conrelid AS relation, con.conname AS name, con.contype,
       pg_get_constraintdef(con.oid) AS definition, con.condeferrable AS deferrable, con.condeferred AS deferred,
       con.coninhcount > 0 AND NOT con.conislocal AS inherited, d.description AS comment,
       con.conkey AS attributes,
       CASE WHEN con.contype = 'c' THEN pg_get_expr(con.conbin, con.conrelid) END AS expression,
       con.connoinherit AS no_inherit, con.convalidated AS validated,
       ${major >= 18 ? 'con.conenforced' : 'true'} AS enforced, ${major >= 18 ? 'con.conperiod' : 'false'} AS period,
       i.indexrelid AS index_oid, string_to_array(i.indkey::text, ' ')::int[] AS index_attributes,
       i.indnkeyatts AS index_key_count,
       ${major >= 15 ? 'i.indnullsnotdistinct' : 'false'} AS nulls_not_distinct, ic.reloptions AS index_options,
       rn.nspname AS referenced_schema, r.relname AS referenced_table,
       CASE WHEN con.contype = 'f' THEN ARRAY(
         SELECT a.attname::text FROM unnest(con.confkey) WITH ORDINALITY AS k (attnum, position)
           JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.attnum
          ORDER BY k.position) END AS referenced_columns,
       con.confupdtype AS on_update, con.confdeltype AS on_delete, ${onDeleteColumns(major)} AS on_delete_columns,
       con.confmatchtype AS match
  FROM pg_constraint con
  LEFT JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = con.oid AND d.objsubid = 0
  LEFT JOIN pg_index i ON i.indexrelid = con.conindid AND con.contype IN ('p', 'u', 'x')
  LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
  LEFT JOIN pg_class r ON r.oid = con.confrelid
  LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
 WHERE con.conrelid = ANY ($1::oid[]) AND con.contype IN ('p', 'u', 'c', 'x', 'f') AND con.conparentid = 0`;
}

/** `ON DELETE SET NULL (columns)` is new in Postgres 15. */
function onDeleteColumns(major: number): string {
  return major < 15
    ? 'NULL::text[]'
    : `CASE WHEN con.confdelsetcols IS NOT NULL THEN ARRAY(
         SELECT a.attname::text FROM unnest(con.confdelsetcols) WITH ORDINALITY AS k (attnum, position)
           JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.attnum
          ORDER BY k.position) END`;
}

function toConstraint(row: Row, names: AttributeNames): Constraint {
  const common = {
    name: row.name,
    definition: settleSpelling(row.definition),
    deferrable: deferrableOf(row),
    inherited: row.inherited,
    comment: row.comment,
  };
  // In an exclusion zero stands for an expression; a check may name a system column.
  const columns = names.all(
    row.relation,
    (row.attributes ?? []).filter((attribute) => attribute > 0),
  );
  const indexOptions = [...(row.index_options ?? [])].sort();
  const include = names.all(row.relation, (row.index_attributes ?? []).slice(row.index_key_count ?? 0));
  const { validated, enforced } = row;
  switch (row.contype) {
    case 'p':
      return { kind: 'primaryKey', ...common, columns, include, withoutOverlaps: row.period, indexOptions };
    case 'u':
      return {
        kind: 'unique',
        ...common,
        columns,
        include,
        nullsNotDistinct: row.nulls_not_distinct === true,
        withoutOverlaps: row.period,
        indexOptions,
      };
    case 'c':
      return {
        kind: 'check',
        ...common,
        expression: settleSpelling(row.expression ?? ''),
        columns,
        noInherit: row.no_inherit,
        validated,
        enforced,
      };
    case 'x':
      return { kind: 'exclusion', ...common, columns, indexOptions };
    case 'f':
      return {
        kind: 'foreignKey',
        ...common,
        columns,
        references: {
          schema: row.referenced_schema ?? '',
          name: row.referenced_table ?? '',
          columns: row.referenced_columns ?? [],
        },
        onUpdate: actionOf(row.on_update),
        onDelete: actionOf(row.on_delete),
        onDeleteColumns: row.on_delete_columns,
        match: matchOf(row.match),
        period: row.period,
        validated,
        enforced,
      };
    default:
      throw new Error(`pg_constraint.contype '${row.contype}' is unknown`);
  }
}

function deferrableOf({ deferrable, deferred }: Row): Deferrable {
  if (!deferrable) {
    return 'not deferrable';
  }
  return deferred ? 'initially deferred' : 'deferrable';
}

function actionOf(code: string): ForeignKeyAction {
  switch (code) {
    case 'a':
      return 'no action';
    case 'r':
      return 'restrict';
    case 'c':
      return 'cascade';
    case 'n':
      return 'set null';
    case 'd':
      return 'set default';
    default:
      throw new Error(`the foreign key action '${code}' is unknown`);
  }
}

function matchOf(code: string): 'simple' | 'full' | 'partial' {
  switch (code) {
    case 's':
      return 'simple';
    case 'f':
      return 'full';
    case 'p':
      return 'partial';
    default:
      throw new Error(`pg_constraint.confmatchtype '${code}' is unknown`);
  }
}
