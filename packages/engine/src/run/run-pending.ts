import type { History } from '../history/history';
import { compareHistory, type HistoryState } from './compare-history';
import type { Database } from './database';
import {
  createMigrationsTable,
  locateMigrationsTable,
  type RunQuery,
  readAppliedMigrations,
} from './migrations-table';
import { withDataSource } from './open-data-source';
import { refuseMissing } from './refuse-missing';
import { resolveDownTarget, resolveUpTarget } from './resolve-target';
import { type DoneMigration, runEach } from './run-each';
import type { Direction } from './run-migration';
import { type LockOptions, withMigrationLock } from './with-migration-lock';

export interface RunOptions extends LockOptions {
  readonly database: Database;
  readonly history: History;
  /** `head`, `base`, `+N`, `-N`, a name, or a unique prefix of one. */
  readonly target: string;
  /** Called after each migration. */
  readonly onDone?: (done: DoneMigration) => void;
  /** When it is aborted, the statement that runs is ended in the server and its migration rolled back. */
  readonly signal?: AbortSignal;
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

type ResolveTarget = (state: HistoryState, target: string) => ReturnType<typeof resolveUpTarget>;

async function run(
  options: RunOptions,
  direction: Direction,
  resolveTarget: ResolveTarget,
): Promise<readonly DoneMigration[]> {
  const { database, history, target, onDone, signal } = options;
  const name = `retort ${direction === 'up' ? 'migrate' : 'downgrade'}`;
  return withMigrationLock(database, options, (lock) =>
    withDataSource(database, name, async (dataSource, backendPids) => {
      const queryRunner = dataSource.createQueryRunner();
      try {
        const query: RunQuery = (sql, parameters) => queryRunner.query(sql, parameters);
        const location = await locateMigrationsTable(query, database);
        const state = compareHistory(history, await readAppliedMigrations(query, location));
        refuseMissing(history, state);
        const migrations = resolveTarget(state, target);
        await createMigrationsTable(query, location);
        return await runEach({
          ...{ queryRunner, backendPids, lock, location, direction, migrations, onDone, signal },
        });
      } finally {
        await queryRunner.release();
      }
    }),
  );
}
