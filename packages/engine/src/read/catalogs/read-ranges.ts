import type { QualifiedName } from '../../schema/qualified-name';
import type { RangeType } from '../../schema/user-type';
import type { Catalog, CatalogObject } from '../catalog';
import { type DataTypeRow, dataTypeColumns, dataTypeJoins, toDataType } from './data-type-sql';
import { notOfAnExtension } from './not-of-an-extension';

interface Row extends DataTypeRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly multirange: QualifiedName;
  readonly operator_class: QualifiedName | null;
  readonly collation: QualifiedName | null;
  readonly canonical: QualifiedName | null;
  readonly subtype_difference: QualifiedName | null;
  readonly multirange_oid: number;
  readonly comment: string | null;
}

export interface CatalogRange extends CatalogObject<RangeType> {
  readonly multirange: number;
}

export async function readRanges(catalog: Catalog): Promise<CatalogRange[]> {
  const rows = await catalog.query<Row>(
    `SELECT t.oid, n.nspname AS schema, t.typname AS name, ${dataTypeColumns('r.rngsubtype', '-1')},
       r.rngmultitypid AS multirange_oid, json_build_object('schema', mn.nspname, 'name', mt.typname) AS multirange,
       CASE WHEN NOT oc.opcdefault THEN json_build_object('schema', ocn.nspname, 'name', oc.opcname) END AS operator_class,
       CASE WHEN coll.oid IS NOT NULL THEN json_build_object('schema', cn.nspname, 'name', coll.collname) END AS collation,
       ${routineName('r.rngcanonical')} AS canonical, ${routineName('r.rngsubdiff')} AS subtype_difference,
       d.description AS comment
  FROM pg_range r
  JOIN pg_type t ON t.oid = r.rngtypid
  JOIN pg_namespace n ON n.oid = t.typnamespace
  JOIN pg_type mt ON mt.oid = r.rngmultitypid
  JOIN pg_namespace mn ON mn.oid = mt.typnamespace
  ${dataTypeJoins('r.rngsubtype')}
  JOIN pg_opclass oc ON oc.oid = r.rngsubopc
  JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
  LEFT JOIN pg_collation coll ON coll.oid = r.rngcollation AND r.rngcollation <> declared.typcollation
  LEFT JOIN pg_namespace cn ON cn.oid = coll.collnamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE t.typnamespace = ANY ($1::oid[]) AND ${notOfAnExtension('pg_type', 't.oid')}`,
    [catalog.namespaces],
  );
  return rows.map((row) => ({
    oid: row.oid,
    multirange: row.multirange_oid,
    value: {
      schema: row.schema,
      name: row.name,
      subtype: toDataType(row),
      operatorClass: row.operator_class,
      collation: row.collation,
      canonical: row.canonical,
      subtypeDifference: row.subtype_difference,
      multirange: row.multirange,
      comment: row.comment,
    },
  }));
}

function routineName(oid: string): string {
  return `(SELECT json_build_object('schema', pn.nspname, 'name', p.proname)
          FROM pg_proc p JOIN pg_namespace pn ON pn.oid = p.pronamespace WHERE p.oid = ${oid})`;
}
