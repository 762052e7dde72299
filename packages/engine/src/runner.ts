// What runs a history and says where it stands. It loads neither TypeORM nor what compares and writes.
export { withConnection } from './connect/connect';
export { createMissingDatabase } from './connect/create-missing-database';
export { explainConnectionError } from './connect/explain-connection-error';
export { type DatabaseUrl, parseDatabaseUrl } from './connect/parse-database-url';
export { settleSslMode } from './connect/settle-ssl-mode';
export { withDatabase } from './connect/with-database';
export { type Explanation, type FailureKind, RetortError } from './errors/retort-error';
export type { History, Migration } from './history/history';
export type { LoadModule } from './history/load-migration';
export type { MigrationName } from './history/migration-name';
export { readHistory } from './history/read-history';
export { readProtection, writeProtection } from './journal/protection';
export { recordDirection } from './journal/record-direction';
export type { Recorded, StatementRun } from './journal/statement-run';
export { refuseBaseChanges } from './rebase/list-base-changes';
export { type HistoryState, type MigrationStatus, nameOf } from './run/compare-history';
export type { Database } from './run/database';
export type { AppliedMigration } from './run/migrations-table';
export { type PlannedRun, planRun } from './run/plan-run';
export { readHistoryState } from './run/read-history-state';
export { refuseConflictsIn } from './run/refuse-conflicts';
export { refuseMissing } from './run/refuse-missing';
export { renderScript } from './run/render-script';
export { findMigration } from './run/resolve-target';
export { defaultPatience, type Patience } from './run/retry-locks';
export type { DoneMigration } from './run/run-each';
export type { Blocker, OnEvent, RunEvent } from './run/run-events';
export {
  type DowngradeOptions,
  downgrade,
  migrate,
  type RunHooks,
  type RunOptions,
  undo,
} from './run/run-pending';
export { type Stamped, stamp } from './run/stamp';
export type { LockOptions } from './run/with-migration-lock';
