import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import { withConnection } from '../connect/connect';
import { RetortError } from '../errors/retort-error';
import type { Database } from './database';
import { locateMigrationsTable, type RunQuery } from './migrations-table';

export interface LockOptions {
  /** How long another runner is waited for; default 30 s. */
  readonly lockTimeoutMs?: number;
  /** Called once, when another runner has to be waited for, with what is known of it. */
  readonly onWait?: (holder: string) => void;
  readonly signal?: AbortSignal;
}

/** The connection that holds the lock. Nothing else runs on it. */
export interface MigrationLock {
  readonly query: RunQuery;
}

/** Between two tries. Waiting in the server would hold a snapshot, and CREATE INDEX CONCURRENTLY waits for those: a deadlock. */
const pollMs = 200;

/**
 * Runs `use` while no other runner works on the same history table of the same database. The lock belongs to a
 * connection, so it is released when its holder dies.
 *
 * @throws RetortError of kind `locked`, naming the holder, when another runner did not finish in time.
 * @see https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
export async function withMigrationLock<T>(
  database: Database,
  options: LockOptions,
  use: (lock: MigrationLock) => Promise<T>,
): Promise<T> {
  return withConnection(
    database.url,
    async (client, { shown }) => {
      const query: RunQuery = async (sql, parameters) => (await client.query(sql, parameters)).rows;
      const { schema, table } = await locateMigrationsTable(query, database);
      await keepAlive(client);
      await obtainLock(client, `retort ${schema}.${table}`, shown, options);
      return use({ query });
    },
    'retort migration lock',
  );
}

/** The connection is idle while migrations run, and the server must not close it for that. */
async function keepAlive(client: Client): Promise<void> {
  await client.query(`SELECT pg_catalog.set_config('idle_session_timeout', '0', false)`);
}

async function obtainLock(
  client: Client,
  key: string,
  shown: string,
  { lockTimeoutMs = 30_000, onWait, signal }: LockOptions,
): Promise<void> {
  const startedAtMs = performance.now();
  for (let tries = 0; ; tries++) {
    if (signal?.aborted) throw interruptedWhileWaiting(shown);
    const { rows } = await client.query<{ obtained: boolean }>(
      'SELECT pg_catalog.pg_try_advisory_lock(pg_catalog.hashtextextended($1, 0)) AS obtained',
      [key],
    );
    if (rows[0]?.obtained === true) return;
    const holder = await describeHolder(client, key);
    if (tries === 0) onWait?.(holder);
    if (performance.now() - startedAtMs >= lockTimeoutMs) throw locked(holder, lockTimeoutMs, shown);
    await setTimeout(pollMs);
  }
}

function locked(holder: string, lockTimeoutMs: number, shown: string): RetortError {
  return new RetortError({
    what: `Another runner has been migrating this database for more than ${lockTimeoutMs / 1000} s: ${holder}.`,
    at: shown,
    next: 'Wait until it is done and run the command again. See what has been applied: retort status',
    kind: 'locked',
  });
}

function interruptedWhileWaiting(shown: string): RetortError {
  return new RetortError({
    what: 'Interrupted before any migration was run.',
    at: shown,
    next: 'Run the command again.',
    kind: 'interrupted',
  });
}

async function describeHolder(client: Client, key: string): Promise<string> {
  const { rows } = await client.query<{ pid: number; address: string; since: string }>(
    `WITH key AS (SELECT pg_catalog.hashtextextended($1, 0) AS key)
     SELECT a.pid, coalesce(host(a.client_addr), 'local') AS address, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ') AS since
       FROM key, pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.granted
        AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
        AND l.classid = ((key.key >> 32) & 4294967295)::oid AND l.objid = (key.key & 4294967295)::oid AND l.objsubid = 1`,
    [key],
  );
  const [holder] = rows;
  return holder === undefined
    ? 'it has just finished'
    : `process ${holder.pid} of the server, from ${holder.address}, since ${holder.since}`;
}
