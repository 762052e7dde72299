import { randomBytes } from 'node:crypto';
import { type Client, escapeIdentifier } from 'pg';
import { withConnection } from '../connect/connect';
import { RetortError } from '../errors/retort-error';

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
  const name = `${scratchPrefix}${Date.now()}_${randomBytes(4).toString('hex')}`;
  return withConnection(
    serverUrl,
    async (server, target) => {
      await sweepStaleScratchDatabases(server);
      await createScratchDatabase(server, name, template, target.shown);
      try {
        return await use({ name, url: withDatabase(serverUrl, name) });
      } finally {
        await server.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
      }
    },
    'retort scratch',
  );
}

async function createScratchDatabase(
  server: Client,
  name: string,
  template: string,
  shown: string,
): Promise<void> {
  try {
    await server.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== '42501') throw error;
    throw new RetortError({
      what: `The role may not create a scratch database: ${error.message}.`,
      at: shown,
      next: 'ALTER ROLE your_role CREATEDB, or use a server of your own for this command: make setup',
      cause: error,
    });
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
