import type { DataSource } from 'typeorm';
import { withConnection } from '../connect/connect';
import { RetortError } from '../errors/retort-error';
import type { History, Migration } from '../history/history';
import { compareHistory, type HistoryState } from './compare-history';
import type { Database } from './database';
import {
  createMigrationsTable,
  forgetMigration,
  type RunQuery,
  readAppliedMigrations,
  recordMigration,
} from './migrations-table';
import { withDataSource } from './open-data-source';
import { refuseMissing } from './refuse-missing';
import { resolveDownTarget, resolveUpTarget } from './resolve-target';
import { type Direction, runMigration } from './run-migration';
import { withMigrationLock } from './with-migration-lock';

export interface RunOptions {
  readonly database: Database;
  readonly history: History;
  /** `head`, `base`, `+N`, `-N`, a name, or a unique prefix of one. */
  readonly target: string;
  /** Called after each migration. */
  readonly onDone?: (done: DoneMigration) => void;
  /** When it is aborted, the statement that runs is ended in the server and its migration rolled back. */
  readonly signal?: AbortSignal;
}

export interface DoneMigration {
  readonly migration: Migration;
  readonly direction: Direction;
  readonly durationMs: number;
}

/**
 * Applies the pending migrations up to `target`, oldest first, a transaction each, while no other runner works.
 *
 * @throws RetortError: `conflict` (a file is gone), `locked`, `interrupted`, `settings` (no such target), or `failed`,
 *   when a migration fails: the ones before it stay.
 */
export async function migrate(options: RunOptions): Promise<readonly DoneMigration[]> {
  return run(options, 'up', resolveUpTarget);
}

/** Undoes migrations, latest first, until `target` is the last that stays. Throws as {@link migrate} does. */
export async function downgrade(options: RunOptions): Promise<readonly DoneMigration[]> {
  return run(options, 'down', resolveDownTarget);
}

/** What is applied, pending and missing. It writes nothing. */
export async function readHistoryState(database: Database, history: History): Promise<HistoryState> {
  return withConnection(database.url, async (client) => {
    const query: RunQuery = async (sql, parameters) => (await client.query(sql, parameters)).rows;
    return compareHistory(history, await readAppliedMigrations(query, database));
  });
}

type ResolveTarget = (state: HistoryState, target: string) => readonly Migration[];

async function run(
  options: RunOptions,
  direction: Direction,
  resolveTarget: ResolveTarget,
): Promise<readonly DoneMigration[]> {
  const { database, history, target } = options;
  return withMigrationLock(database, () =>
    withDataSource(database, `retort ${direction === 'up' ? 'migrate' : 'downgrade'}`, async (dataSource) => {
      const query: RunQuery = (sql, parameters) => dataSource.query(sql, parameters);
      await createMigrationsTable(query, database);
      const state = compareHistory(history, await readAppliedMigrations(query, database));
      refuseMissing(history, state);
      return runEach(dataSource, options, direction, resolveTarget(state, target));
    }),
  );
}

async function runEach(
  dataSource: DataSource,
  { database, onDone, signal }: RunOptions,
  direction: Direction,
  migrations: readonly Migration[],
): Promise<readonly DoneMigration[]> {
  const queryRunner = dataSource.createQueryRunner();
  const done: DoneMigration[] = [];
  let ending: Promise<Error | undefined> | undefined;
  try {
    const query: RunQuery = (sql, parameters) => queryRunner.query(sql, parameters);
    const [backend] = await query('SELECT pg_catalog.pg_backend_pid() AS pid');
    const endBackend = () => {
      ending = terminateBackend(database.url, Number(backend?.pid));
    };
    signal?.addEventListener('abort', endBackend, { once: true });
    for (const migration of migrations) {
      if (signal?.aborted) throw interrupted(migration, direction);
      const startedAtMs = performance.now();
      const row = { timestamp: migration.timestamp, name: migration.recordedName };
      const record = () => (direction === 'up' ? recordMigration : forgetMigration)(query, database, row);
      try {
        await runMigration(queryRunner, migration, direction, record);
      } catch (error) {
        throw signal?.aborted ? interrupted(migration, direction, (await ending) ?? error) : error;
      }
      const entry = { migration, direction, durationMs: performance.now() - startedAtMs };
      done.push(entry);
      onDone?.(entry);
    }
    signal?.removeEventListener('abort', endBackend);
    return done;
  } finally {
    await queryRunner.release();
  }
}

/** Ends the statement that runs, whatever it waits for; the server rolls its transaction back. */
async function terminateBackend(url: string, pid: number): Promise<Error | undefined> {
  const end = withConnection(
    url,
    (client) => client.query('SELECT pg_catalog.pg_terminate_backend($1)', [pid]),
    'retort interrupt',
  );
  return end.then(
    () => undefined,
    (error: Error) => error,
  );
}

function interrupted(migration: Migration, direction: Direction, cause?: unknown): RetortError {
  return new RetortError({
    what: `Interrupted. The ${direction} of ${migration.stem} was rolled back; what ran before it stays.`,
    at: migration.path,
    next: `To go on: ${direction === 'up' ? 'make db-migrate' : 'make db-downgrade'}`,
    kind: 'interrupted',
    cause,
  });
}
