import { hostname } from 'node:os';
import type { Client } from 'pg';
import type { Database } from '../../connect/database';
import { queryOf, type RunQuery } from '../../connect/run-query';
import { withConnectionWhenReady } from '../../connect/when-ready';
import { isConnectionLost } from '../../errors/is-connection-lost';
import type { MigrationsTable } from '../../journal/migrations-location';
import { isUpToDate } from '../state/is-up-to-date';
import { locateMigrationsTable } from '../state/migrations-table';
import { endOrphans, findOrphans } from './end-orphans';
import type { LockOptions } from './lock-options';
import { lockSession, obtainLock } from './obtain-lock';
import { untilPoolerEnds } from './until-pooler-ends';

/** The connection that holds the lock. Nothing that writes runs on it. */
export interface MigrationLock {
  readonly query: RunQuery;
  /** The connection is known to have ended. */
  readonly isLost: () => boolean;
  /** Where the history is recorded, if it is all applied and in order, as `isUpToDate` found it with the lock. */
  readonly upToDateAt: MigrationsTable | undefined;
  /** The server is reached through a pooler, which may give every transaction another session. */
  readonly isPooled: boolean;
  /**
   * Behind a pooler that keeps sessions: the lock is held by the session from now on. CREATE INDEX CONCURRENTLY waits for every
   * transaction that had a snapshot when it looked, and what is asked on this connection meanwhile takes one: that of the
   * lock would go on until the migration ends.
   */
  readonly holdBySession: () => Promise<void>;
  /** Postgres's `server_version_num`. */
  readonly serverVersion: number;
  /** Marks a connection as the one that migrates, so that the next runner knows it for an orphan where this one dies. */
  readonly claimWorker: (query: RunQuery) => Promise<void>;
  /** Ends what connections that migrated, and are lost, left at work in the server. */
  readonly endWorkers: () => Promise<void>;
  /** Ends what a runner that died left at work; asked for where that was not done with the lock: behind a pooler. */
  readonly endOrphans: () => Promise<void>;
}

/**
 * Runs `use` while no other runner works on the same history table of the same database. The lock belongs to a
 * connection, so it is released when its holder dies. Behind a pooler it belongs to a transaction that stays open, for
 * which a pooler must keep the session; it has a snapshot only while something is asked, and holds up no vacuum.
 *
 * @throws RetortError of kind `locked`, naming the holder, when another runner did not finish in time.
 * @see https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
export async function withMigrationLock<T>(
  database: Database,
  options: LockOptions,
  use: (lock: MigrationLock) => Promise<T>,
): Promise<T> {
  const { lockTimeoutMs, onEvent, signal } = options;
  const wait = {
    timeoutMs: lockTimeoutMs,
    signal,
    onWait: (because: string) => onEvent?.({ kind: 'waitingForServer', because }),
  };
  return withConnectionWhenReady(
    wait,
    database.url,
    (client, { shown }) => whileLocked(client, { database, shown, options }, use),
    `retort migration lock, ${hostname()}`.slice(0, 63),
    'left',
  );
}

interface Locking {
  readonly database: Database;
  /** The database's URL as people may see it. */
  readonly shown: string;
  readonly options: LockOptions;
}

async function whileLocked<T>(
  client: Client,
  { database, shown, options }: Locking,
  use: (lock: MigrationLock) => Promise<T>,
): Promise<T> {
  const { expected, onEvent } = options;
  const query = queryOf(client);
  let isLost = false;
  client.once('end', () => {
    isLost = true;
  });
  const [location, { isPooled, serverVersion }] = await Promise.all([
    locateMigrationsTable(query, database),
    askServer(client),
  ]);
  const key = lockKeyOf(location);
  const workerKey = `${key} worker`;
  const isAsked = expected !== undefined && location.exists && location.journalExists;
  const { orphans, isInOrder } = await obtainLock(client, { key, shown, isPooled }, options, () => ({
    orphans: findOrphans(query, workerKey),
    isInOrder: isAsked ? isUpToDate(query, location, expected) : Promise.resolve(false),
  }));
  let isTransaction = isPooled;
  if (!isPooled) await endOrphans(query, await orphans, onEvent);
  const result = await use({
    query,
    isPooled,
    serverVersion,
    isLost: () => isLost,
    holdBySession: async () => {
      if (!isTransaction) return;
      await lockSession(query, key);
      isTransaction = false;
    },
    upToDateAt: (await isInOrder) ? location : undefined,
    ...workersOf(query, { workerKey, isPooled, onEvent }),
  });
  if (!isLost) await release(client, isTransaction);
  return result;
}

interface Workers {
  readonly onEvent: LockOptions['onEvent'] | undefined;
  /** What each of them holds. */
  readonly workerKey: string;
  readonly isPooled: boolean;
}

/** What is done about the connections that migrate, or did. */
function workersOf(
  query: RunQuery,
  { workerKey, isPooled, onEvent }: Workers,
): Pick<MigrationLock, 'claimWorker' | 'endWorkers' | 'endOrphans'> {
  return {
    claimWorker: async (worker) => {
      await worker('SELECT pg_catalog.pg_advisory_lock_shared(pg_catalog.hashtextextended($1, 0))', [
        workerKey,
      ]);
    },
    endWorkers: async () => {
      if (isPooled) await untilPoolerEnds(query);
      else await endOrphans(query, await findOrphans(query, workerKey), undefined);
    },
    endOrphans: async () => endOrphans(query, await findOrphans(query, workerKey), onEvent),
  };
}

/** The server takes longer to end the connection, and the next runner may be this program. */
async function release(client: Client, isTransaction: boolean): Promise<void> {
  try {
    await client.query(isTransaction ? 'ROLLBACK' : 'SELECT pg_catalog.pg_advisory_unlock_all()');
  } catch (error) {
    // The lock went with its connection.
    if (!isConnectionLost(error)) throw error;
  }
}

/** What the lock is taken on. */
export function lockKeyOf({ schema, table }: Pick<MigrationsTable, 'schema' | 'table'>): string {
  return `retort ${schema}.${table}`;
}

/** A pooler tells its clients a process number of its own, to know them by when they cancel. */
async function askServer(
  client: Client & { readonly processID?: number },
): Promise<Pick<MigrationLock, 'isPooled' | 'serverVersion'>> {
  const { rows } = await client.query<{ pid: number; version: number }>(
    `SELECT pg_catalog.pg_backend_pid() AS pid, pg_catalog.current_setting('server_version_num')::int AS version`,
  );
  return { isPooled: rows[0]?.pid !== client.processID, serverVersion: rows[0]?.version ?? 0 };
}
