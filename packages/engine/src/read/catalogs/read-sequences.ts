import type { QualifiedName } from '../../schema/qualified-name';
import type { SequenceOptions } from '../../schema/sequence';
import type { Catalog } from '../catalog';

/** A sequence with the column that owns it, still by oid and number. */
export interface CatalogSequence extends QualifiedName {
  readonly oid: number;
  readonly options: SequenceOptions;
  readonly comment: string | null;
  readonly owner: {
    readonly relation: number;
    readonly attribute: number;
    readonly identity: boolean;
  } | null;
  /** The default that a serial column has of it, in Postgres's spelling. */
  readonly nextValue: string;
}

interface Row {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly unlogged: boolean;
  readonly data_type: SequenceOptions['dataType'];
  readonly start: string;
  readonly increment: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly cache: string;
  readonly cycle: boolean;
  readonly comment: string | null;
  readonly owner_relation: number | null;
  readonly owner_attribute: number | null;
  readonly identity: boolean | null;
  readonly next_value: string;
}

export async function readSequences(catalog: Catalog): Promise<CatalogSequence[]> {
  const rows = await catalog.query<Row>(
    `SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relpersistence = 'u' AS unlogged,
       format_type(s.seqtypid, NULL) AS data_type, s.seqstart::text AS start, s.seqincrement::text AS increment,
       s.seqmin::text AS minimum, s.seqmax::text AS maximum, s.seqcache::text AS cache, s.seqcycle AS cycle, d.description AS comment,
       o.refobjid AS owner_relation, o.refobjsubid AS owner_attribute, o.deptype = 'i' AS identity,
       'nextval(' || quote_literal(c.oid::regclass::text) || '::regclass)' AS next_value
  FROM pg_sequence s
  JOIN pg_class c ON c.oid = s.seqrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
  LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.objsubid = 0
        AND o.refclassid = 'pg_class'::regclass AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')
 WHERE c.relnamespace = ANY ($1::oid[])`,
    [catalog.namespaces],
  );
  return rows.map((row) => ({
    oid: row.oid,
    schema: row.schema,
    name: row.name,
    options: {
      dataType: row.data_type,
      start: row.start,
      increment: row.increment,
      minimum: row.minimum,
      maximum: row.maximum,
      cache: row.cache,
      cycle: row.cycle,
      unlogged: row.unlogged,
    },
    comment: row.comment,
    owner:
      row.owner_relation === null || row.owner_attribute === null
        ? null
        : { relation: row.owner_relation, attribute: row.owner_attribute, identity: row.identity === true },
    nextValue: row.next_value,
  }));
}
