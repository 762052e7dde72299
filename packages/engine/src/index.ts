export type { AnswerTexts } from './answers/answers';
export { type Baseline, type BaselineOptions, writeBaseline } from './baseline/write-baseline';
export { type Checked, type CheckOptions, checkDatabase } from './compare/check-database';
export { compareModels } from './compare/compare-models';
export type { CompareOptions } from './compare/compare-options';
export type { DeclaredSql } from './desired/declared-sql';
export type { EntityOptions } from './desired/entity-options';
export type { Hazard, HazardKind } from './hazards/hazard';
export type { Statement } from './operations/statement';
export { type PlanOptions, planMigration } from './pipeline/plan-migration';
export type { Choice, Plan, PlannedFile, Question, ReadyPlan, Refusal } from './plan/plan';
export { renderSchema } from './plan/render-schema';
export { type Abandoned, type AbandonedOptions, findAbandoned } from './prepare/find-abandoned';
export {
  type Prepared,
  type PrepareOptions,
  prepareManualMigration,
  prepareMigration,
} from './prepare/prepare-migration';
export type { ExcludedTable, ReadOptions } from './read/read-options';
export { readSchema } from './read/read-schema';
export { type Rebased, rebaseMigrations } from './rebase/rebase-migrations';
export { withHistoryDatabase } from './replay/with-history-database';
export type { Rehearsed } from './run/rehearse';
export { rehearseRun } from './run/rehearse-run';
export { withDataSource } from './run/session/open-data-source';
export * from './runner';
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
