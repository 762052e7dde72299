import type { Database } from '../connect/database';
import type { RunQuery } from '../connect/run-query';
import { RetortError } from '../errors/retort-error';
import type { Direction } from '../history/direction';
import type { Migration } from '../history/history';
import type { MigrationsTable } from '../journal/migrations-location';
import type { Runner } from '../journal/read-runner';
import { type Ahead, createAhead, mostBehind, speakingOf } from './ahead/ahead';
import { endSessionOnAbort } from './end-session-on-abort';
import { interruptedBefore, interruptedIn } from './failures/interruption';
import type { MigrationLock } from './lock/with-migration-lock';
import { countDone } from './one/find-outcome';
import { type Ran, runOne } from './one/run-one';
import type { SessionLimits } from './session/session-limits';
import type { Session } from './session/with-session';
import type { Journal } from './state/compare-history';
import { Notices } from './watch/notices';
import type { OnEvent } from './watch/run-events';

export interface DoneMigration {
  readonly migration: Migration;
  readonly direction: Direction;
  readonly durationMs: number;
}

export interface EachOptions {
  readonly database: Database;
  readonly session: Session;
  readonly lock: MigrationLock;
  /** The server is reached through a pooler that keeps the session of a client. */
  readonly isKept: boolean;
  readonly location: MigrationsTable;
  readonly journal: Journal;
  readonly runner: Runner;
  readonly limits: SessionLimits;
  readonly direction: Direction;
  readonly migrations: readonly Migration[];
  readonly onEvent: OnEvent;
  /** Awaited after each migration. */
  readonly afterEach: ((done: DoneMigration) => Promise<void>) | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs the migrations in their order and records each, until one fails or `signal` is aborted.
 *
 * @returns those that are done: not all where the session was lost with the last of them.
 */
export async function runEach(options: EachOptions): Promise<readonly DoneMigration[]> {
  const { session, lock, direction, migrations, onEvent, afterEach, signal } = options;
  const backends = endSessionOnAbort({ signal, lock, session });
  const done: DoneMigration[] = [];
  const confirm = confirmLock(lock);
  const ahead = createAhead();
  const notices = new Notices(onEvent, () => speakingOf(ahead));
  const finish = async (migration: Migration, durationMs: number) => {
    const entry = { migration, direction, durationMs };
    done.push(entry);
    onEvent({ kind: 'done', ...entry });
    await afterEach?.(entry);
  };
  try {
    for (const [index, migration] of migrations.entries()) {
      if (signal?.aborted) {
        // It may have been sent with the one before it, and be done.
        if (!ahead.sent.has(migration) || !(await isRecorded(options, migration)))
          throw interruptedBefore(migration, direction);
        await finish(migration, 0);
        continue;
      }
      const confirmed = ahead.sent.has(migration) ? Promise.resolve() : confirm(migration);
      // It is awaited where the migration begins, which may fail before.
      confirmed.catch(() => undefined);
      const startedAtMs = performance.now();
      const ran = await runUnlessAborted(options, { migration, index, confirmed, ahead, notices, backends });
      await finish(migration, performance.now() - startedAtMs);
      if (ran.connection === 'lost') {
        for (const next of migrations.slice(index + 1, index + 1 + ran.doneBehind)) await finish(next, 0);
        break;
      }
    }
    return done;
  } finally {
    backends.stopListening();
  }
}

interface Next {
  readonly migration: Migration;
  readonly index: number;
  readonly confirmed: Promise<void>;
  readonly ahead: Ahead;
  readonly notices: Notices;
  readonly backends: ReturnType<typeof endSessionOnAbort>;
}

/** @throws RetortError of kind `interrupted` where `signal` was aborted meanwhile and the migration is not done. */
async function runUnlessAborted(options: EachOptions, next: Next): Promise<Ran> {
  const { session, direction, migrations, afterEach, journal, signal } = options;
  const { migration, index, backends, ...own } = next;
  try {
    return await orAborted(
      signal,
      runOne({
        ...options,
        ...own,
        migration,
        entry: journal.get(migration.recordedName),
        queryRunner: await session.runnerFor(migration),
        behind: afterEach === undefined ? migrations.slice(index + 1, index + 1 + mostBehind) : [],
      }),
    );
  } catch (error) {
    if (!signal?.aborted) throw error;
    // Also because the lock's connection takes one query at a time.
    await backends.ended();
    // Ended in the middle of its COMMIT, it may be done: the record, made in the same transaction, says so.
    if (!(await isRecorded(options, migration))) throw interruptedIn(migration, direction, error);
    return { connection: 'kept' };
  }
}

async function isRecorded(options: EachOptions, migration: Migration): Promise<boolean> {
  return (await countDone(options, options.lock.query, [migration])) > 0;
}

/** How long a migration may take to end when it is interrupted. What it waits for may be nothing of the server's. */
const abandonMs = 3000;

async function orAborted<Value>(signal: AbortSignal | undefined, running: Promise<Value>): Promise<Value> {
  if (signal === undefined) return running;
  let abandon = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  const abandoned = new Promise<never>((_done, fail) => {
    abandon = () => {
      timer = setTimeout(() => fail(new Error('it did not end')), abandonMs);
    };
  });
  signal.addEventListener('abort', abandon, { once: true });
  try {
    return await Promise.race([running, abandoned]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abandon);
  }
}

/** A runner that takes the lock meanwhile ends this one's connection before it does anything. */
const confirmedForMs = 50;

/** The lock is held as long as its connection lives: that is asked before a migration, unless it just was. */
function confirmLock({ query, isLost }: MigrationLock): (next: Migration) => Promise<void> {
  let confirmedAtMs = Number.NEGATIVE_INFINITY;
  return async (next) => {
    if (!isLost() && performance.now() - confirmedAtMs < confirmedForMs) return;
    await askLock(query, next);
    confirmedAtMs = performance.now();
  };
}

async function askLock(query: RunQuery, next: Migration): Promise<void> {
  try {
    await query('SELECT');
  } catch (error) {
    throw new RetortError({
      what: `The connection that holds the migration lock was lost, so ${next.stem} was not run; what ran before it stays.`,
      at: next.path,
      next: 'Run the command again.',
      cause: error,
    });
  }
}
