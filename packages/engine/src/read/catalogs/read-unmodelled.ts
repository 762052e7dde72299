import type { Unmodelled } from '../../schema/unmodelled';
import { compareText } from '../by-name';
import type { Catalog } from '../catalog';
import { firstUserOid } from './first-user-oid';
import { classOf, inSchemas, outsideSchemas } from './unmodelled-catalogs';

export async function readUnmodelled(catalog: Catalog): Promise<Unmodelled[]> {
  const parts = [
    `SELECT o.classid AS class, o.objid AS oid FROM pg_depend o
      WHERE o.refclassid = 'pg_namespace'::regclass AND o.refobjid = ANY ($1::oid[]) AND o.classid IN (${inSchemas.map(classOf).join(', ')})`,
    `SELECT ${classOf('pg_class')}, o.oid FROM pg_class o
      WHERE o.relnamespace = ANY ($1::oid[]) AND (o.relkind = 'f' OR o.reloftype <> 0)`,
    `SELECT ${classOf('pg_type')}, o.oid FROM pg_type o
      WHERE o.typnamespace = ANY ($1::oid[]) AND o.typtype = 'b' AND o.typelem = 0 AND o.typinput <> 0`,
    ...outsideSchemas.map(
      (table) => `SELECT ${classOf(table)}, o.oid FROM ${table} o WHERE o.oid >= ${firstUserOid}`,
    ),
    // The model has no word for these two; Postgres 18 alone keeps not-null constraints.
    `SELECT ${classOf('pg_constraint')}, o.oid FROM pg_constraint o
      WHERE o.contype = 'n' AND o.connamespace = ANY ($1::oid[]) AND o.conrelid <> 0 AND o.conislocal
        AND (o.connoinherit OR NOT o.convalidated)`,
  ];
  const rows = await catalog.query<Unmodelled>(
    `SELECT i.type AS kind, i.identity AS name
       FROM (${parts.join('\nUNION ALL ')}) u CROSS JOIN LATERAL pg_identify_object(u.class, u.oid, 0) i
      WHERE NOT EXISTS (SELECT FROM pg_depend m
              WHERE m.classid = u.class AND m.objid = u.oid AND m.objsubid = 0 AND m.deptype IN ('e', 'i'))`,
    [catalog.namespaces],
  );
  return [...rows].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.name, b.name));
}
