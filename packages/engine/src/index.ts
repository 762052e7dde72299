export type { AnswerTexts } from './answers/answers';
export { withConnection } from './connect/connect';
export { createMissingDatabase } from './connect/create-missing-database';
export { explainConnectionError } from './connect/explain-connection-error';
export { type DatabaseUrl, parseDatabaseUrl } from './connect/parse-database-url';
export { withDatabase } from './connect/with-database';
export { type Explanation, type FailureKind, RetortError } from './errors/retort-error';
export type { History, Migration } from './history/history';
export type { LoadModule } from './history/load-migration';
export type { MigrationName } from './history/migration-name';
export { readHistory } from './history/read-history';
export type { Choice, Question, Refusal } from './plan/plan';
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
export { readHistoryState } from './run/read-history-state';
export { refuseMissing } from './run/refuse-missing';
export type { DoneMigration } from './run/run-each';
export { downgrade, migrate, type RunOptions } from './run/run-pending';
export type { LockOptions } from './run/with-migration-lock';
export {
  type ScratchDatabase,
  type ScratchOptions,
  withScratchDatabase,
} from './scratch/scratch-database';
export { type BrokenMigration, type VerifyOptions, verifyHistory } from './verify/verify-history';
export type { Format } from './write/write-migration';
