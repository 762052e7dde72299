import type { Client } from 'pg';

/** What a server of Postgres is: `18.4`, and the 18 of it. */
export interface PostgresVersion {
  readonly version: string;
  readonly major: number;
}

/** @see https://www.postgresql.org/docs/current/runtime-config-preset.html#GUC-SERVER-VERSION */
export async function readPostgresVersion(client: Client): Promise<PostgresVersion> {
  const { rows } = await client.query<{ version: string }>(
    `SELECT pg_catalog.current_setting('server_version') AS version`,
  );
  const version = rows[0]?.version ?? '';
  return { version, major: Number.parseInt(version, 10) };
}
