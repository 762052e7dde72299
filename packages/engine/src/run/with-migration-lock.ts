import type { Client } from 'pg';
import { withConnection } from '../connect/connect';
import { RetortError } from '../errors/retort-error';
import type { Database } from './database';

/** How long another runner is waited for. */
const lockTimeoutMs = 30_000;

/**
 * Runs `use` while no other runner works on the same database and history table. The lock belongs to a connection, so
 * it is released when its holder dies.
 *
 * @throws RetortError of kind `locked`, naming the holder, when another runner did not finish within 30 s.
 * @see https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
export async function withMigrationLock<T>(database: Database, use: () => Promise<T>): Promise<T> {
  const key = `retort ${database.schema ?? ''}.${database.migrationsTable ?? 'migrations'}`;
  return withConnection(
    database.url,
    async (client, { shown }) => {
      await obtainLock(client, key, shown);
      return use();
    },
    'retort migration lock',
  );
}

async function obtainLock(client: Client, key: string, shown: string): Promise<void> {
  await client.query(`SELECT pg_catalog.set_config('lock_timeout', $1, false)`, [`${lockTimeoutMs}ms`]);
  try {
    await client.query('SELECT pg_catalog.pg_advisory_lock(pg_catalog.hashtextextended($1, 0))', [key]);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== '55P03') throw error;
    throw new RetortError({
      what: `Another runner has been migrating this database for more than ${lockTimeoutMs / 1000} s: ${await describeHolder(client, key)}.`,
      at: shown,
      next: 'Wait until it is done and run the command again. See what has been applied: retort status',
      kind: 'locked',
      cause: error,
    });
  }
}

async function describeHolder(client: Client, key: string): Promise<string> {
  const { rows } = await client.query<{ pid: number; address: string; since: string }>(
    `WITH key AS (SELECT pg_catalog.hashtextextended($1, 0) AS key)
     SELECT a.pid, coalesce(host(a.client_addr), 'local') AS address, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ') AS since
       FROM key, pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.granted
        AND l.classid = ((key.key >> 32) & 4294967295)::oid AND l.objid = (key.key & 4294967295)::oid AND l.objsubid = 1`,
    [key],
  );
  const [holder] = rows;
  return holder === undefined
    ? 'it has just finished'
    : `process ${holder.pid} of the server, from ${holder.address}, since ${holder.since}`;
}
