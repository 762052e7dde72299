import type { Unmodelled } from '../../schema/unmodelled';
import { compareText } from '../by-name';
import type { Catalog } from '../catalog';
import { notMadeForAnother, notOfAnExtension } from './not-of-an-extension';

/** Kinds that live in a schema: catalog table, column of the schema, and which rows. */
const inSchemas: readonly (readonly [catalogTable: string, namespace: string, which: string])[] = [
  ['pg_class', 'relnamespace', "relkind = 'f'"],
  ['pg_class', 'relnamespace', "reloftype <> 0 AND relkind <> 'f'"],
  ['pg_type', 'typnamespace', "typtype = 'b' AND typelem = 0 AND typinput <> 0"],
  ['pg_operator', 'oprnamespace', 'true'],
  ['pg_opclass', 'opcnamespace', 'true'],
  ['pg_opfamily', 'opfnamespace', 'true'],
  ['pg_collation', 'collnamespace', 'true'],
  ['pg_conversion', 'connamespace', 'true'],
  ['pg_ts_config', 'cfgnamespace', 'true'],
  ['pg_ts_dict', 'dictnamespace', 'true'],
  ['pg_ts_parser', 'prsnamespace', 'true'],
  ['pg_ts_template', 'tmplnamespace', 'true'],
];

const outsideSchemas: readonly string[] = [
  'pg_cast',
  'pg_event_trigger',
  'pg_publication',
  'pg_foreign_data_wrapper',
  'pg_foreign_server',
  'pg_language',
  'pg_transform',
  'pg_am',
];

/** The first oid that Postgres's own objects do not have (`FirstNormalObjectId`). */
export const firstUserOid = 16384;

export async function readUnmodelled(catalog: Catalog): Promise<Unmodelled[]> {
  const made = (table: string) =>
    `${notOfAnExtension(table, 'o.oid')} AND ${notMadeForAnother(table, 'o.oid')}`;
  const parts = [
    ...inSchemas.map(
      ([table, namespace, which]) =>
        `SELECT '${table}'::regclass AS class, o.oid FROM ${table} o
          WHERE o.${namespace} = ANY ($1::oid[]) AND ${which} AND ${made(table)}`,
    ),
    ...outsideSchemas.map(
      (table) =>
        `SELECT '${table}'::regclass, o.oid FROM ${table} o WHERE o.oid >= ${firstUserOid} AND ${made(table)}`,
    ),
    // The model has no word for these two; Postgres 18 alone keeps not-null constraints.
    `SELECT 'pg_constraint'::regclass, o.oid FROM pg_constraint o
      WHERE o.contype = 'n' AND o.connamespace = ANY ($1::oid[]) AND o.conrelid <> 0 AND o.conislocal
        AND (o.connoinherit OR NOT o.convalidated)`,
  ];
  const rows = await catalog.query<Unmodelled>(
    `SELECT i.type AS kind, i.identity AS name
       FROM (${parts.join('\nUNION ALL ')}) u CROSS JOIN LATERAL pg_identify_object(u.class, u.oid, 0) i`,
    [catalog.namespaces],
  );
  return [...rows].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.name, b.name));
}
