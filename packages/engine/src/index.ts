export { withConnection } from './connect/connect';
export { createMissingDatabase } from './connect/create-missing-database';
export { explainConnectionError } from './connect/explain-connection-error';
export { type DatabaseUrl, parseDatabaseUrl } from './connect/parse-database-url';
export { type Explanation, type FailureKind, RetortError } from './errors/retort-error';
export type { History, Migration } from './history/history';
export type { MigrationName } from './history/migration-name';
export { type LoadModule, readHistory } from './history/read-history';
export {
  type EntityOptions,
  type Plan,
  type PlanOptions,
  planMigration,
  type Statement,
} from './plan-migration';
export {
  type CompareOptions,
  type Prepared,
  type PrepareOptions,
  planFromHistory,
  prepareManualMigration,
  prepareMigration,
  type WrittenMigration,
} from './prepare/prepare-migration';
export type { HistoryState } from './run/compare-history';
export type { Database } from './run/database';
export type { AppliedMigration } from './run/migrations-table';
export { withDataSource } from './run/open-data-source';
export { refuseMissing } from './run/refuse-missing';
export { type DoneMigration, downgrade, migrate, type RunOptions, readHistoryState } from './run/run-pending';
export {
  type ScratchDatabase,
  type ScratchOptions,
  withDatabase,
  withScratchDatabase,
} from './scratch/scratch-database';
export { type BrokenMigration, type VerifyOptions, verifyHistory } from './verify/verify-history';
export type { Format } from './write/write-migration';
