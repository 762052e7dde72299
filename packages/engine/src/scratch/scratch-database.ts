import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

export const scratchPrefix = 'retort_scratch_';

export interface ScratchDatabase {
  readonly name: string;
  readonly url: string;
}

export interface ScratchOptions {
  /** The database to clone; default: an empty one (`template0`). Nobody may be connected to it. */
  readonly template?: string;
}

/**
 * Makes a throw-away database on the server of `serverUrl`, hands it to `use`, and drops it however `use` ends.
 * Databases that a killed process left behind are swept first: the name holds the time of its making.
 *
 * @see https://www.postgresql.org/docs/current/sql-createdatabase.html
 */
export async function withScratchDatabase<T>(
  serverUrl: string,
  use: (scratch: ScratchDatabase) => Promise<T>,
  { template = 'template0' }: ScratchOptions = {},
): Promise<T> {
  const server = new Client({ connectionString: serverUrl, application_name: 'retort scratch' });
  await server.connect();
  const name = `${scratchPrefix}${Date.now()}_${randomBytes(4).toString('hex')}`;
  try {
    await sweepStaleScratchDatabases(server);
    await server.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`);
    try {
      return await use({ name, url: withDatabase(serverUrl, name) });
    } finally {
      await server.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
    }
  } finally {
    await server.end();
  }
}

/** The same server and settings, another database. */
export function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${encodeURIComponent(database)}`;
  return parsed.toString();
}

const staleAfterMs = 60 * 60 * 1000;

async function sweepStaleScratchDatabases(server: Client): Promise<void> {
  const { rows } = await server.query<{ name: string }>(
    `SELECT datname AS name FROM pg_catalog.pg_database d
      WHERE datname LIKE 'retort\\_scratch\\_%' AND pg_catalog.pg_has_role(datdba, 'MEMBER')
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid)`,
  );
  for (const { name } of rows) {
    const madeAtMs = Number(name.slice(scratchPrefix.length).split('_')[0]);
    if (Date.now() - madeAtMs > staleAfterMs) {
      await server.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)}`);
    }
  }
}
