import type { Database } from '../connect/database';
import type { RunQuery } from '../connect/run-query';
import type { Direction } from '../history/direction';
import type { History, Migration } from '../history/history';
import { typeormGround } from '../history/typeorm-ground';
import { readJournal } from '../journal/read-journal';
import { fromJournal } from './conflicts/from-journal';
import { editedError, refuseConflicts, refuseHalfApplied } from './conflicts/refuse-conflicts';
import { refuseMissing } from './conflicts/refuse-missing';
import type { LockOptions } from './lock/lock-options';
import { type MigrationLock, withMigrationLock } from './lock/with-migration-lock';
import type { DoneMigration } from './run-each';
import type { RunHooks } from './run-hooks';
import { defaultPatience, type Patience } from './session/retry-locks';
import { workerName } from './session/worker-name';
import { acceptCorrectedDowns } from './state/accept-corrected-downs';
import { compareHistory, type HistoryState } from './state/compare-history';
import { stateOfUpToDate } from './state/is-up-to-date';
import { locateMigrationsTable, readAppliedMigrations } from './state/migrations-table';
import { refuseOtherTable } from './state/refuse-other-table';
import { resolveDownTarget, resolveUpTarget } from './state/resolve-target';
import type { OnEvent } from './watch/run-events';

export interface RunOptions extends LockOptions, Patience {
  readonly database: Database;
  readonly history: History;
  /** `head`, `base`, `+N`, `-N`, a name, or a unique prefix of one. */
  readonly target: string;
  readonly onEvent?: OnEvent;
  /** Awaited before the first migration, after each, and after the last; only where there is something to do. */
  readonly hooks?: RunHooks;
  /** When it is aborted, the statement that runs is ended in the server and its migration rolled back. */
  readonly signal?: AbortSignal;
}

export interface DowngradeOptions extends RunOptions {
  /** Undoes what has no file any more, or was edited, by the SQL that the journal kept. */
  readonly fromJournal?: boolean;
  /** Throws where one of them may not be undone: nothing has been undone then. */
  readonly allow?: (migrations: readonly Migration[]) => Promise<void>;
}

/**
 * Applies the pending migrations up to `target`, oldest first, a transaction each, while no other runner works.
 *
 * @throws RetortError: `conflict` (a file is gone, or was edited), `locked`, `interrupted`, `settings` (no such target),
 *   or `failed`, when a migration fails: the ones before it stay.
 */
export async function migrate(options: RunOptions): Promise<readonly DoneMigration[]> {
  return run(options, 'up', async ({ query, state, history }) => {
    await refuseConflicts(query, options.database, history, state);
    return resolveUpTarget(state, options.target);
  });
}

/** Undoes migrations, latest first, until `target` is the last that stays. Throws as {@link migrate} does. */
export async function downgrade(options: DowngradeOptions): Promise<readonly DoneMigration[]> {
  return run(options, 'down', async ({ query, state, history, location, rows, journal }) => {
    refuseHalfApplied(state);
    if (options.fromJournal === true) {
      const kept = await fromJournal(query, location, history, state);
      const migrations = resolveDownTarget(compareHistory(kept.history, rows, journal), options.target);
      for (const migration of migrations) {
        const because = kept.notKept.get(migration);
        if (because !== undefined) throw because;
      }
      await options.allow?.(migrations);
      return migrations;
    }
    refuseMissing(history, state);
    const migrations = resolveDownTarget(state, options.target);
    for (const status of state.statuses) {
      if (status.kind === 'edited' && migrations.includes(status.migration))
        throw await editedError(query, options.database, state, status);
    }
    await options.allow?.(migrations);
    return migrations;
  });
}

/** Undoes those of `migrations` that are applied, latest first, whatever was applied after them. */
export async function undo(
  options: Omit<RunOptions, 'target'>,
  migrations: readonly Migration[],
): Promise<readonly DoneMigration[]> {
  const names = new Set(migrations.map(({ recordedName }) => recordedName));
  return run({ ...options, target: 'base' }, 'down', async ({ state }) => {
    refuseHalfApplied(state);
    return [...state.applied].reverse().filter(({ recordedName }) => names.has(recordedName));
  });
}

interface Found {
  readonly query: RunQuery;
  readonly location: Awaited<ReturnType<typeof locateMigrationsTable>>;
  readonly history: History;
  readonly rows: Awaited<ReturnType<typeof readAppliedMigrations>>;
  readonly journal: Awaited<ReturnType<typeof readJournal>>;
  readonly state: HistoryState;
}

async function run(
  options: RunOptions,
  direction: Direction,
  choose: (found: Found) => Promise<readonly Migration[]>,
): Promise<readonly DoneMigration[]> {
  const { database, history, signal, hooks, onEvent = () => undefined } = options;
  const patience = {
    statementLockTimeoutMs: options.statementLockTimeoutMs ?? defaultPatience.statementLockTimeoutMs,
    statementTimeoutMs: options.statementTimeoutMs ?? defaultPatience.statementTimeoutMs,
    lockRetries: options.lockRetries ?? defaultPatience.lockRetries,
  };
  const name = workerName(direction);
  // Who goes down wants to know what the journal has of each.
  const expected = direction === 'up' ? { expected: history } : {};
  return withMigrationLock(database, { ...options, onEvent, ...expected }, async (lock) => {
    const found = await findState(lock, database, history);
    const { location, journal, state } = found;
    const migrations = await choose(found);
    if (migrations.length === 0 && state.unjournaled.length === 0 && location.exists) return [];
    // Most runs find nothing to do: what does it is loaded when there is something.
    const { applyMigrations }: typeof import('./apply-migrations.js') = require('./apply-migrations');
    const { serverVersion, isPooled } = lock;
    const limits = { ...patience, serverVersion, isPooled };
    const ground = direction === 'up' ? typeormGround(history.migrations, migrations) : [];
    const work = {
      database,
      lock,
      location,
      journal,
      limits,
      direction,
      migrations,
      ground,
      onEvent,
      signal,
    };
    return applyMigrations({ ...work, unjournaled: state.unjournaled, folder: history.folder, name, hooks });
  });
}

async function findState(lock: MigrationLock, database: Database, history: History): Promise<Found> {
  const { query, upToDateAt } = lock;
  if (upToDateAt !== undefined) {
    const state = stateOfUpToDate(history);
    return { query, location: upToDateAt, history, rows: [], journal: new Map(), state };
  }
  const location = await locateMigrationsTable(query, database);
  const [rows, journal] = await Promise.all([
    readAppliedMigrations(query, location),
    readJournal(query, location),
  ]);
  await refuseOtherTable(query, database, history, location, rows);
  const state = await acceptCorrectedDowns(query, location, compareHistory(history, rows, journal));
  return { query, location, history, rows, journal, state };
}
