import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import { withConnectionWhenReady } from '../connect/when-ready';
import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';
import { RetortError } from '../errors/retort-error';
import type { History } from '../history/history';
import type { Database } from './database';
import { hidePasswords } from './hide-passwords';
import { isUpToDate } from './is-up-to-date';
import { locateMigrationsTable, type MigrationsTable, type RunQuery } from './migrations-table';
import type { OnEvent } from './run-events';
import { isConnectionLost } from './run-migration';
import { workerNames } from './worker-name';

export interface LockOptions {
  /** How long another runner is waited for; default 30 s. */
  readonly lockTimeoutMs?: number;
  /** Called once, when another runner has to be waited for, with what is known of it. */
  readonly onWait?: (holder: string) => void;
  readonly onEvent?: OnEvent;
  readonly signal?: AbortSignal;
  /** Whether all of it is applied and in order is asked in the same trip. */
  readonly expected?: History;
}

/** The connection that holds the lock. Nothing that writes runs on it. */
export interface MigrationLock {
  readonly query: RunQuery;
  /** The connection is known to have ended. */
  readonly isLost: () => boolean;
  /** Where the history is recorded, if it is all applied and in order, as `isUpToDate` found it with the lock. */
  readonly upToDateAt: MigrationsTable | undefined;
  /** The server is reached through a pooler, which may give every transaction another session. */
  readonly isPooled: boolean;
  /** Postgres's `server_version_num`. */
  readonly serverVersion: number;
  /** Marks a connection as the one that migrates, so that the next runner knows it for an orphan where this one dies. */
  readonly claimWorker: (query: RunQuery) => Promise<void>;
  /** Ends what connections that migrated, and are lost, left at work in the server. */
  readonly endWorkers: () => Promise<void>;
  /** Ends what a runner that died left at work; asked for where that was not done with the lock: behind a pooler. */
  readonly endOrphans: () => Promise<void>;
}

/** Between two tries. Waiting in the server would hold a snapshot, and CREATE INDEX CONCURRENTLY waits for those: a deadlock. */
const pollMs = 200;

/**
 * Runs `use` while no other runner works on the same history table of the same database. The lock belongs to a
 * connection, so it is released when its holder dies. Behind a pooler it belongs to a transaction that stays open, for
 * which a pooler must keep the session; it has no snapshot and holds up no vacuum.
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
    ...{ timeoutMs: lockTimeoutMs, signal },
    onWait: (because: string) => onEvent?.({ kind: 'waitingForServer', because }),
  };
  return withConnectionWhenReady(
    wait,
    database.url,
    async (client, { shown }) => {
      const query: RunQuery = async (sql, parameters) => (await client.query(sql, parameters)).rows;
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
      const { expected } = options;
      const isAsked = expected !== undefined && location.exists && location.journalExists;
      const { orphans, isInOrder } = await obtainLock(client, { key, shown, isPooled }, options, () => ({
        orphans: findOrphans(query, workerKey),
        isInOrder: isAsked ? isUpToDate(query, location, expected) : Promise.resolve(false),
      }));
      if (!isPooled) await endOrphans(query, await orphans, options.onEvent);
      const result = await use({
        ...{ query, isPooled, serverVersion, isLost: () => isLost },
        upToDateAt: (await isInOrder) ? location : undefined,
        endWorkers: async () => {
          if (isPooled) await untilPoolerEnds(query);
          else await endOrphans(query, await findOrphans(query, workerKey), undefined);
        },
        endOrphans: async () => endOrphans(query, await findOrphans(query, workerKey), options.onEvent),
        claimWorker: async (worker) => {
          await worker('SELECT pg_catalog.pg_advisory_lock_shared(pg_catalog.hashtextextended($1, 0))', [
            workerKey,
          ]);
        },
      });
      if (!isLost) await release(client, isPooled);
      return result;
    },
    `retort migration lock, ${hostname()}`.slice(0, 63),
    'left',
  );
}

/** The server takes longer to end the connection, and the next runner may be this program. */
async function release(client: Client, isPooled: boolean): Promise<void> {
  try {
    await client.query(isPooled ? 'ROLLBACK' : 'SELECT pg_catalog.pg_advisory_unlock_all()');
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

interface Wanted {
  readonly key: string;
  readonly shown: string;
  readonly isPooled: boolean;
}

/** What is asked in the same trip as the lock, and of account where that is obtained. */
interface Asked {
  readonly orphans: Promise<readonly Orphan[]>;
  readonly isInOrder: Promise<boolean>;
}

async function obtainLock(
  client: Client,
  wanted: Wanted,
  options: LockOptions,
  ask: () => Asked,
): Promise<Asked> {
  const { lockTimeoutMs = 30_000, onWait, onEvent, signal } = options;
  const startedAtMs = performance.now();
  for (let tries = 0; ; tries++) {
    if (signal?.aborted) throw interruptedWhileWaiting(wanted.shown);
    const obtained = tryLock(client, wanted);
    // A pooler's lock is a transaction, which a question that fails would end.
    const asked = wanted.isPooled
      ? { orphans: Promise.resolve([]), isInOrder: Promise.resolve(false) }
      : ask();
    for (const answer of Object.values(asked)) answer.catch(() => undefined);
    if (await obtained) return asked;
    const holder = await describeHolder(client, wanted.key);
    if (tries === 0) {
      onWait?.(holder);
      onEvent?.({ kind: 'waitingForRunner', holder });
    }
    if (performance.now() - startedAtMs >= lockTimeoutMs) throw locked(holder, lockTimeoutMs, wanted.shown);
    await setTimeout(pollMs);
  }
}

/** The connection is idle while migrations run, and the server must not close it for that. */
async function tryLock(client: Client, { key, isPooled }: Wanted): Promise<boolean> {
  const scope = isPooled ? '_xact' : '';
  if (isPooled) await client.query('BEGIN');
  const { rows } = await client.query<{ obtained: boolean }>(
    `SELECT pg_catalog.pg_try_advisory${scope}_lock(pg_catalog.hashtextextended($1, 0)) AS obtained,
       pg_catalog.set_config($2, '0', $3),
       CASE WHEN pg_catalog.current_setting('server_version_num')::int >= 170000 THEN pg_catalog.set_config('transaction_timeout', '0', $3) END`,
    [key, isPooled ? 'idle_in_transaction_session_timeout' : 'idle_session_timeout', isPooled],
  );
  const obtained = rows[0]?.obtained === true;
  if (isPooled && !obtained) await client.query('ROLLBACK');
  return obtained;
}

function locked(holder: string, lockTimeoutMs: number, shown: string): RetortError {
  return new RetortError({
    what:
      lockTimeoutMs === 0
        ? `Another runner is migrating this database: ${holder}.`
        : `Another runner has been migrating this database for more than ${lockTimeoutMs / 1000} s: ${holder}.`,
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

/** The sessions that hold the advisory lock of the key `$1`. */
const holders = `pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a USING (pid),
    (SELECT pg_catalog.hashtextextended($1, 0) AS key) k
  WHERE l.locktype = 'advisory' AND l.granted
    AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
    AND l.classid = ((k.key >> 32) & 4294967295)::oid AND l.objid = (k.key & 4294967295)::oid AND l.objsubid = 1`;

async function describeHolder(client: Client, key: string): Promise<string> {
  const { rows } = await client.query<{
    pid: number;
    application: string;
    address: string;
    since: string | null;
  }>(
    `SELECT a.pid, a.application_name AS application, coalesce(host(a.client_addr), 'local') AS address,
       to_char(coalesce(a.xact_start, a.backend_start), 'YYYY-MM-DD HH24:MI:SS TZ') AS since FROM ${holders}`,
    [key],
  );
  const [holder] = rows;
  return holder === undefined
    ? 'it has just finished'
    : `${holder.application}, process ${holder.pid} of the server, from ${holder.address}${holder.since === null ? '' : `, since ${holder.since}`}`;
}

/** How long the server may take to end a process. */
const endTimeoutMs = 10_000;

/** A process of the server that a runner left. */
interface Orphan {
  readonly pid: number;
  readonly sql: string;
  readonly role: string;
}

async function findOrphans(query: RunQuery, workerKey: string): Promise<readonly Orphan[]> {
  const rows = await query(`SELECT a.pid, a.query, a.usename AS role FROM ${holders}`, [workerKey]);
  return rows.map((row) => ({ pid: Number(row.pid), sql: String(row.query), role: String(row.role) }));
}

/** A runner that was killed may have left its last statement running: nothing else is begun beside it. */
async function endOrphans(
  query: RunQuery,
  orphans: readonly Orphan[],
  onEvent: OnEvent | undefined,
): Promise<void> {
  for (const { pid, sql, role } of orphans) {
    await endOrphan(query, pid, role);
    onEvent?.({ kind: 'endedOrphan', pid, query: hidePasswords(sql) });
  }
}

/** A pooler ends what its client left, as soon as its statement ends: by what it is called, since no lock of a session tells. */
async function untilPoolerEnds(query: RunQuery): Promise<void> {
  const deadlineMs = performance.now() + endTimeoutMs;
  for (;;) {
    await query('SELECT pg_catalog.pg_stat_clear_snapshot()');
    const working = await query(
      `SELECT FROM pg_catalog.pg_stat_activity WHERE datname = pg_catalog.current_database() AND state <> 'idle'
         AND application_name = ANY ($1)`,
      [workerNames],
    );
    if (working.length === 0) return;
    if (performance.now() >= deadlineMs) throw new Error('the pooler keeps what its client left');
    await setTimeout(pollMs);
  }
}

async function endOrphan(query: RunQuery, pid: number, role: string): Promise<void> {
  const stays = (because: string, cause?: unknown) =>
    new RetortError({
      what: `A runner that died left process ${pid} of the server at work, as the role ${role}, and it cannot be ended: ${because}.`,
      at: `process ${pid} of the server`,
      next: `Wait until it is done, or let ${role} or a superuser end it: SELECT pg_terminate_backend(${pid}); then run the command again.`,
      cause,
    });
  let ended: Awaited<ReturnType<RunQuery>>;
  try {
    ended = await query('SELECT pg_catalog.pg_terminate_backend($1, $2) AS done', [pid, endTimeoutMs]);
  } catch (error) {
    throw errorCode(error) === '42501' ? stays(errorMessage(error), error) : error;
  }
  if (ended[0]?.done === true) return;
  // Or it was gone already.
  const [still] = await query('SELECT FROM pg_catalog.pg_stat_activity WHERE pid = $1', [pid]);
  if (still !== undefined) throw stays(`it still runs after ${endTimeoutMs / 1000} s`);
}
