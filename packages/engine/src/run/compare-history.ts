import type { History, Migration } from '../history/history';
import type { AppliedMigration } from './migrations-table';

/** What the files and the database say of each other. */
export interface HistoryState {
  /** In the order in which they ran. */
  readonly applied: readonly Migration[];
  /** In the order in which they will run. */
  readonly pending: readonly Migration[];
  /** They ran, and there is no file for them. */
  readonly missing: readonly AppliedMigration[];
}

export function compareHistory(history: History, rows: readonly AppliedMigration[]): HistoryState {
  const byName = new Map(history.migrations.map((migration) => [migration.recordedName, migration]));
  const appliedNames = new Set(rows.map(({ name }) => name));
  return {
    // Each once: two executors of TypeORM that ran at the same time record a migration twice.
    applied: [...appliedNames].flatMap((name) => byName.get(name) ?? []),
    pending: history.migrations.filter(({ recordedName }) => !appliedNames.has(recordedName)),
    missing: rows.filter(({ name }) => !byName.has(name)),
  };
}
