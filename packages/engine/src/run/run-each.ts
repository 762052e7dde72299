import type { QueryRunner } from 'typeorm';
import { RetortError } from '../errors/retort-error';
import type { Migration } from '../history/history';
import { endBackendsOnAbort } from './end-backends-on-abort';
import { interruptedBefore, interruptedIn } from './interruption';
import {
  forgetMigration,
  isRecorded,
  type MigrationsTable,
  type RunQuery,
  recordMigration,
} from './migrations-table';
import { type Direction, runMigration } from './run-migration';
import type { MigrationLock } from './with-migration-lock';

export interface DoneMigration {
  readonly migration: Migration;
  readonly direction: Direction;
  readonly durationMs: number;
}

export interface EachOptions {
  readonly queryRunner: QueryRunner;
  readonly backendPids: ReadonlySet<number>;
  readonly lock: MigrationLock;
  readonly location: MigrationsTable;
  readonly direction: Direction;
  readonly migrations: readonly Migration[];
  readonly onDone: ((done: DoneMigration) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Runs the migrations in their order and records each, until one fails or `signal` is aborted. */
export async function runEach(options: EachOptions): Promise<readonly DoneMigration[]> {
  const { lock, direction, migrations, onDone, signal } = options;
  const backends = endBackendsOnAbort(signal, lock.query, options.backendPids);
  const done: DoneMigration[] = [];
  try {
    for (const migration of migrations) {
      if (signal?.aborted) throw interruptedBefore(migration, direction);
      await confirmLock(lock, migration);
      const startedAtMs = performance.now();
      try {
        await runOne(options, migration);
      } catch (error) {
        if (!signal?.aborted) throw error;
        // Also because the lock's connection takes one query at a time.
        await backends.ended();
        // Ended in the middle of its COMMIT, it may be done: the record, made in the same transaction, says so.
        if (!(await isDone(options, migration))) throw interruptedIn(migration, direction, error);
      }
      const entry = { migration, direction, durationMs: performance.now() - startedAtMs };
      done.push(entry);
      onDone?.(entry);
    }
    return done;
  } finally {
    backends.stopListening();
  }
}

async function runOne(
  { queryRunner, location, direction }: EachOptions,
  migration: Migration,
): Promise<void> {
  const query: RunQuery = (sql, parameters) => queryRunner.query(sql, parameters);
  const write = direction === 'up' ? recordMigration : forgetMigration;
  await runMigration(queryRunner, {
    migration,
    direction,
    record: () => write(query, location, rowOf(migration)),
    rerun: direction === 'up' ? 'make db-migrate' : 'make db-downgrade',
  });
}

async function isDone({ lock, location, direction }: EachOptions, migration: Migration): Promise<boolean> {
  return (await isRecorded(lock.query, location, rowOf(migration))) === (direction === 'up');
}

function rowOf({ timestamp, recordedName }: Migration): { timestamp: number; name: string } {
  return { timestamp, name: recordedName };
}

/** The lock is held as long as its connection lives. */
async function confirmLock({ query }: MigrationLock, next: Migration): Promise<void> {
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
