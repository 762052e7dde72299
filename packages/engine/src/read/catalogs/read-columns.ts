import type { Column, ColumnSequence, ColumnValue, StorageWord } from '../../schema/column';
import { groupBy } from '../../schema/group-by';
import type { Catalog, RelationPart } from '../catalog';
import { settleSpelling } from '../spelling/settle-spelling';
import { type DataTypeRow, dataTypeColumns, dataTypeJoins, toDataType } from './data-type-sql';
import type { CatalogSequence } from './read-sequences';

export interface CatalogColumn extends RelationPart<Column> {
  /** Somebody was given some of its own. */
  readonly hasPrivileges: boolean;
  readonly attribute: number;
  /** The oid in `pg_attrdef`. */
  readonly defaultOid: number | null;
}

interface Row extends DataTypeRow {
  readonly relation: number;
  readonly attribute: number;
  readonly name: string;
  readonly collation_schema: string | null;
  readonly collation_name: string | null;
  readonly not_null: boolean;
  readonly expression: string | null;
  readonly default_oid: number | null;
  readonly identity: string;
  readonly generated: string;
  readonly storage: string;
  readonly type_storage: string;
  readonly compression: string;
  readonly statistics_target: number | null;
  readonly options: readonly string[] | null;
  readonly has_privileges: boolean;
  readonly has_parent: boolean;
  readonly inherited: boolean;
  readonly comment: string | null;
}

/** The columns of tables, views and composite types, in their order. */
export async function readColumns(
  catalog: Catalog,
  relations: readonly number[],
  sequences: readonly CatalogSequence[],
): Promise<CatalogColumn[]> {
  const rows = await catalog.query<Row>(
    `SELECT a.attrelid AS relation, a.attnum AS attribute, a.attname AS name,
       ${dataTypeColumns('a.atttypid', 'a.atttypmod')},
       collation_ns.nspname AS collation_schema, coll.collname AS collation_name,
       a.attnotnull AS not_null, pg_get_expr(ad.adbin, ad.adrelid) AS expression, ad.oid AS default_oid,
       a.attidentity AS identity, a.attgenerated AS generated,
       a.attstorage AS storage, declared.typstorage AS type_storage,
       a.attcompression AS compression, nullif(a.attstattarget, -1) AS statistics_target, a.attoptions AS options,
       a.attacl IS NOT NULL AS has_privileges, a.attinhcount > 0 AS has_parent, a.attinhcount > 0 AND NOT a.attislocal AS inherited, d.description AS comment
  FROM pg_attribute a
  ${dataTypeJoins('a.atttypid')}
  LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
  LEFT JOIN pg_collation coll ON coll.oid = a.attcollation AND a.attcollation <> declared.typcollation
  LEFT JOIN pg_namespace collation_ns ON collation_ns.oid = coll.collnamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = a.attrelid AND d.objsubid = a.attnum
 WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid = ANY ($1::oid[])
 ORDER BY a.attrelid, a.attnum`,
    [relations],
  );
  const owned = groupBy(sequences, ({ owner }) => `${owner?.relation} ${owner?.attribute}`);
  return rows.map((row) => ({
    oid: row.relation,
    relation: row.relation,
    attribute: row.attribute,
    defaultOid: row.default_oid,
    hasPrivileges: row.has_privileges,
    value: toColumn(row, owned.get(`${row.relation} ${row.attribute}`) ?? []),
  }));
}

function toColumn(row: Row, owned: readonly CatalogSequence[]): Column {
  return {
    name: row.name,
    type: toDataType(row),
    collation:
      row.collation_schema === null || row.collation_name === null
        ? null
        : { schema: row.collation_schema, name: row.collation_name },
    notNull: row.not_null,
    value: columnValueOf(row, owned),
    storage:
      row.storage === row.type_storage
        ? null
        : { chosen: storageOf(row.storage), ofType: storageOf(row.type_storage) },
    compression: row.compression === 'p' ? 'pglz' : row.compression === 'l' ? 'lz4' : null,
    statisticsTarget: row.statistics_target,
    options: [...(row.options ?? [])].sort(),
    inherited: row.inherited,
    comment: row.comment,
  };
}

function columnValueOf(row: Row, owned: readonly CatalogSequence[]): ColumnValue {
  if (row.identity !== '') {
    const sequence = owned.find(({ owner }) => owner?.identity);
    // From Postgres 17 on, a partition is numbered by the sequence of its parent.
    if (sequence === undefined && row.has_parent) return { kind: 'none' };
    if (sequence === undefined) {
      throw new Error(`the identity column ${row.name} has no sequence`);
    }
    return {
      kind: 'identity',
      generated: row.identity === 'a' ? 'always' : 'by default',
      sequence: toColumnSequence(sequence),
    };
  }
  if (row.expression === null) {
    return { kind: 'none' };
  }
  const expression = settleSpelling(row.expression);
  if (row.generated !== '') {
    return {
      kind: 'generated',
      storage: row.generated === 's' ? 'stored' : 'virtual',
      expression,
    };
  }
  const serial = owned.find(({ nextValue }) => nextValue === expression);
  return serial === undefined
    ? { kind: 'default', expression }
    : { kind: 'serial', sequence: toColumnSequence(serial) };
}

function toColumnSequence({ schema, name, options, comment }: CatalogSequence): ColumnSequence {
  return { schema, name, options, comment };
}

function storageOf(attstorage: string): StorageWord {
  switch (attstorage) {
    case 'p':
      return 'plain';
    case 'e':
      return 'external';
    case 'x':
      return 'extended';
    case 'm':
      return 'main';
    default:
      throw new Error(`pg_attribute.attstorage '${attstorage}' is unknown`);
  }
}
