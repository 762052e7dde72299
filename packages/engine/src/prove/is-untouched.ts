import type { ClientBase } from 'pg';
import { emptyTemplate } from '../scratch/scratch-database';

/** What a database may have that has something to say of what is made in it. */
const catalogs = [
  ...['pg_class', 'pg_type', 'pg_proc', 'pg_namespace', 'pg_extension', 'pg_event_trigger', 'pg_publication'],
  ...['pg_operator', 'pg_opclass', 'pg_opfamily', 'pg_am', 'pg_cast', 'pg_collation', 'pg_conversion'],
  ...['pg_language', 'pg_foreign_data_wrapper', 'pg_ts_config', 'pg_ts_dict', 'pg_default_acl'],
];

/** What of a database's row is its own and decides nothing. */
const itsOwn = [
  ...['oid', 'datname', 'datdba', 'datistemplate', 'datallowconn', 'datconnlimit', 'datfrozenxid'],
  ...['datminmxid', 'datacl', 'datcollversion'],
];

/**
 * Whether a database is as a scratch database of its server is when it was made, and its role may make there what it may
 * make in one of its own: what runs in the one runs in the other. What the server's own start made has smaller numbers.
 *
 * @see https://www.postgresql.org/docs/current/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT
 */
export async function isUntouched(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ untouched: boolean }>(
    `SELECT to_jsonb(own) - $1::text[] = to_jsonb(template) - $1::text[]
            AND has_database_privilege(own.oid, 'CREATE')
            AND EXISTS (SELECT FROM pg_namespace
                         WHERE nspname = 'public' AND has_schema_privilege(oid, 'CREATE') AND has_schema_privilege(oid, 'USAGE'))
            AND NOT EXISTS (SELECT FROM pg_db_role_setting WHERE setdatabase = own.oid)
            AND NOT EXISTS (${catalogs.map((catalog) => `SELECT FROM pg_catalog.${catalog} WHERE oid >= 16384`).join(' UNION ALL ')}) AS untouched
       FROM pg_database own, pg_database template
      WHERE own.datname = current_database() AND template.datname = $2`,
    [itsOwn, emptyTemplate],
  );
  return rows[0]?.untouched === true;
}
