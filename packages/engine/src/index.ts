export type { AnswerTexts } from './answers/answers';
export { type Baseline, type BaselineOptions, writeBaseline } from './baseline/write-baseline';
export { type Checked, type CheckOptions, checkDatabase } from './compare/check-database';
export { type CompareOptions, compareModels } from './compare/compare-models';
export { withConnection } from './connect/connect';
export { createMissingDatabase } from './connect/create-missing-database';
export { explainConnectionError } from './connect/explain-connection-error';
export { type DatabaseUrl, parseDatabaseUrl } from './connect/parse-database-url';
export { settleSslMode } from './connect/settle-ssl-mode';
export { withDatabase } from './connect/with-database';
export type { DeclaredSql } from './desired/declared-sql';
export type { EntityOptions } from './desired/entity-options';
export { type Explanation, type FailureKind, RetortError } from './errors/retort-error';
export type { Hazard, HazardKind } from './hazards/hazard';
export type { History, Migration } from './history/history';
export type { LoadModule } from './history/load-migration';
export type { MigrationName } from './history/migration-name';
export { readHistory } from './history/read-history';
export { readProtection, writeProtection } from './journal/protection';
export { recordDirection } from './journal/record-direction';
export type { Recorded, StatementRun } from './journal/statement-run';
export type { Statement } from './operations/statement';
export type { Choice, Plan, PlannedFile, Question, ReadyPlan, Refusal } from './plan/plan';
export { renderSchema } from './plan/render-schema';
export { type PlanOptions, planMigration } from './plan-migration';
export {
  type Prepared,
  type PrepareOptions,
  prepareManualMigration,
  prepareMigration,
} from './prepare/prepare-migration';
export type { ExcludedTable, ReadOptions } from './read/read-options';
export { readSchema } from './read/read-schema';
export { refuseBaseChanges } from './rebase/list-base-changes';
export { type Rebased, rebaseMigrations } from './rebase/rebase-migrations';
export { withHistoryDatabase } from './replay/with-history-database';
export { type HistoryState, type MigrationStatus, nameOf } from './run/compare-history';
export type { Database } from './run/database';
export type { AppliedMigration } from './run/migrations-table';
export { withDataSource } from './run/open-data-source';
export { type PlannedRun, planRun } from './run/plan-run';
export { readHistoryState } from './run/read-history-state';
export { refuseConflictsIn } from './run/refuse-conflicts';
export { refuseMissing } from './run/refuse-missing';
export type { Rehearsed } from './run/rehearse';
export { rehearseRun } from './run/rehearse-run';
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
export { listDifferences as describeDifference } from './schema/list-differences';
export type { Schema } from './schema/schema';
export { renderHistorySchema } from './schema-file/render-history-schema';
export {
  type ScratchDatabase,
  type ScratchOptions,
  withScratchDatabase,
} from './scratch/scratch-database';
export {
  type BrokenMigration,
  type Verified,
  type VerifyOptions,
  verifyHistory,
} from './verify/verify-history';
export type { Format, WrittenMigration } from './write/write-migration';
