import type { QualifiedName } from '../../schema/qualified-name';
import type { Partition, ReplicaIdentity } from '../../schema/table';
import type { Catalog } from '../catalog';
import { settleSpelling } from '../spelling/settle-spelling';
import { notOfAnExtension } from './not-of-an-extension';

/** A row of `pg_class` that is a table, a view, a sequence or a composite type, without its parts. */
export interface Relation extends QualifiedName {
  readonly oid: number;
  readonly kind: 'table' | 'view' | 'materializedView' | 'sequence' | 'composite';
  readonly unlogged: boolean;
  readonly inherits: readonly QualifiedName[];
  readonly partition: Partition;
  readonly rowSecurity: { readonly enabled: boolean; readonly forced: boolean };
  readonly replicaIdentity: ReplicaIdentity;
  readonly clusteredOn: string | null;
  readonly accessMethod: string;
  readonly options: readonly string[];
  readonly comment: string | null;
  /** What `pg_get_viewdef` says, of a view or a materialized view. */
  readonly definition: string;
  /** The rule that makes the view: dependencies hang on it. */
  readonly viewRule: number | null;
  readonly rowType: number;
}

interface Row {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly relkind: string;
  readonly unlogged: boolean;
  readonly parents: readonly QualifiedName[] | null;
  readonly partition_key: string | null;
  readonly key_columns: readonly string[] | null;
  readonly partition_bound: string | null;
  readonly row_security: boolean;
  readonly force_row_security: boolean;
  readonly replica_identity: string;
  readonly replica_index: string | null;
  readonly clustered_on: string | null;
  readonly access_method: string | null;
  readonly options: readonly string[] | null;
  readonly toast_options: readonly string[] | null;
  readonly comment: string | null;
  readonly definition: string | null;
  readonly view_rule: number | null;
  readonly row_type: number;
}

export async function readRelations(catalog: Catalog): Promise<Relation[]> {
  const rows = await catalog.query<Row>(
    `SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind, c.relpersistence = 'u' AS unlogged,
       parents.names AS parents,
       CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
       CASE WHEN c.relkind = 'p' THEN ARRAY(
         SELECT a.attname::text FROM pg_depend k
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.objsubid
          WHERE k.classid = 'pg_class'::regclass AND k.objid = c.oid AND k.deptype = 'i'
            AND k.refclassid = 'pg_class'::regclass AND k.refobjid = c.oid AND k.refobjsubid = 0
          ORDER BY a.attname) END AS key_columns,
       pg_get_expr(c.relpartbound, c.oid) AS partition_bound,
       c.relrowsecurity AS row_security, c.relforcerowsecurity AS force_row_security,
       c.relreplident AS replica_identity, clustered.relname AS clustered_on,
       CASE WHEN c.relreplident = 'i' THEN (SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
              WHERE i.indrelid = c.oid AND i.indisreplident) END AS replica_index,
       am.amname AS access_method, c.reloptions AS options, toast.reloptions AS toast_options, d.description AS comment,
       CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition,
       CASE WHEN c.relkind IN ('v', 'm') THEN (SELECT rule.oid FROM pg_rewrite rule
              WHERE rule.ev_class = c.oid AND rule.rulename = '_RETURN') END AS view_rule,
       c.reltype AS row_type
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_am am ON am.oid = c.relam
  LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
  LEFT JOIN pg_description d ON d.objsubid = 0
        AND d.classoid = CASE WHEN c.relkind = 'c' THEN 'pg_type'::regclass ELSE 'pg_class'::regclass END
        AND d.objoid = CASE WHEN c.relkind = 'c' THEN c.reltype ELSE c.oid END
  LEFT JOIN (SELECT i.indrelid, x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
              WHERE i.indisclustered) clustered ON clustered.indrelid = c.oid
  LEFT JOIN (SELECT h.inhrelid, json_agg(json_build_object('schema', pn.nspname, 'name', p.relname) ORDER BY h.inhseqno) AS names
               FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
              WHERE p.relkind IN ('r', 'p')
              GROUP BY h.inhrelid) parents ON parents.inhrelid = c.oid
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c') AND c.relpersistence <> 't' AND c.relnamespace = ANY ($1::oid[])
   AND ${notOfAnExtension('pg_class', 'c.oid')}`,
    [catalog.namespaces],
  );
  return rows.map(toRelation);
}

function toRelation(row: Row): Relation {
  return {
    oid: row.oid,
    schema: row.schema,
    name: row.name,
    kind: kindOf(row.relkind),
    unlogged: row.unlogged,
    inherits: row.partition_bound === null ? (row.parents ?? []) : [],
    partition: partitionOf(row),
    rowSecurity: { enabled: row.row_security, forced: row.force_row_security },
    replicaIdentity: replicaIdentityOf(row),
    clusteredOn: row.clustered_on,
    accessMethod: row.access_method ?? 'heap',
    options: [...(row.options ?? []), ...(row.toast_options ?? []).map((option) => `toast.${option}`)].sort(),
    comment: row.comment,
    definition: settleSpelling((row.definition ?? '').trim().replace(/;$/, '')),
    viewRule: row.view_rule,
    rowType: row.row_type,
  };
}

function kindOf(relkind: string): Relation['kind'] {
  switch (relkind) {
    case 'r':
    case 'p':
      return 'table';
    case 'v':
      return 'view';
    case 'm':
      return 'materializedView';
    case 'S':
      return 'sequence';
    case 'c':
      return 'composite';
    default:
      throw new Error(`pg_class.relkind '${relkind}' is unknown`);
  }
}

function partitionOf(row: Row): Partition {
  const parent = row.parents?.[0];
  const keyColumns = [...new Set(row.key_columns)];
  if (row.partition_bound !== null && parent !== undefined) {
    return { kind: 'partition', of: parent, bound: row.partition_bound, key: row.partition_key, keyColumns };
  }
  return row.partition_key === null
    ? { kind: 'none' }
    : { kind: 'partitioned', key: row.partition_key, keyColumns };
}

function replicaIdentityOf(row: Row): ReplicaIdentity {
  switch (row.replica_identity) {
    case 'n':
      return { kind: 'nothing' };
    case 'f':
      return { kind: 'full' };
    case 'i':
      // Dropping the index leaves the table without an identity.
      return row.replica_index === null ? { kind: 'nothing' } : { kind: 'index', index: row.replica_index };
    default:
      return { kind: 'default' };
  }
}
