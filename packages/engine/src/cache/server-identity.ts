import type { ClientBase } from 'pg';
import { errorCode } from '../errors/error-code';

/** What of a server decides what it makes of a statement in an empty database. */
export interface ServerIdentity {
  /** The cluster, its version, and every setting that was set for the role or the server. */
  readonly all: string;
  /** As TypeORM reads it: `18.4`. */
  readonly version: string;
  /** Whether unqualified names go to `public` in an empty database. */
  readonly isPlain: boolean;
  /** Whether the database that was asked has settings of its own, which hide the server's: only another can tell those. */
  readonly hidesSettings: boolean;
}

/**
 * To be asked on a connection that sets nothing itself. Where the role may not ask, it is not plain.
 *
 * @see https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-CONTROL-SYSTEM
 */
export async function readServerIdentity(client: ClientBase): Promise<ServerIdentity> {
  const [row] = await askForIdentity(client).catch((error: unknown) => {
    if (errorCode(error) !== '42501') throw error;
    return [{ all: '', version: '', search_path: null, hides: false }];
  });
  if (row === undefined) throw new Error('the server told nothing of itself');
  const isPlain = ['"$user", public', 'public'].includes(row.search_path ?? '');
  return { all: row.all, version: row.version, isPlain, hidesSettings: row.hides };
}

interface IdentityRow {
  readonly all: string;
  readonly version: string;
  readonly search_path: string | null;
  readonly hides: boolean;
}

async function askForIdentity(client: ClientBase): Promise<readonly IdentityRow[]> {
  const { rows } = await client.query<IdentityRow>(
    `SELECT json_build_array(version(), current_user,
              (SELECT system_identifier::text FROM pg_control_system()),
              (SELECT json_agg(json_build_array(datname, encoding, datcollate, datctype) ORDER BY datname)
                 FROM pg_database WHERE datname = 'template0'),
              (SELECT json_agg(json_build_array(name, setting) ORDER BY name) FROM pg_settings
                WHERE source NOT IN ('default', 'override', 'session', 'interactive', 'database', 'database user')
                  AND name <> 'application_name'),
              (SELECT json_agg(json_build_array(setdatabase, setrole, setconfig) ORDER BY setdatabase, setrole)
                 FROM pg_db_role_setting WHERE setdatabase = 0),
              (SELECT json_agg(rolname ORDER BY rolname) FROM pg_roles),
              (SELECT json_agg(json_build_array(name, default_version) ORDER BY name) FROM pg_available_extensions)
            )::text AS all,
            substring(version() FROM 'PostgreSQL ([0-9.]+)') AS version,
            (SELECT setting FROM pg_settings WHERE name = 'search_path') AS search_path,
            EXISTS (SELECT FROM pg_settings WHERE source IN ('database', 'database user')) AS hides`,
  );
  return rows;
}
