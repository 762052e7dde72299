// What runs a history. It loads neither TypeORM nor what compares and writes.

export { createMissingDatabase } from './connect/create-missing-database';
export { readProtection, writeProtection } from './journal/protection';
export { recordDirection } from './journal/record-direction';
export type { Recorded, StatementRun } from './journal/statement-run';
export type { Finding, LintRule } from './lint/finding';
export { type LintedMigration, lintMigrations } from './lint/lint-migration';
export { refuseBaseChanges } from './rebase/list-base-changes';
export { listStemsOn } from './rebase/list-stems-on';
export { hidePasswords } from './run/hide-passwords';
export type { LockOptions } from './run/lock-options';
export type { Notice } from './run/notice';
export { type PlannedRun, planRun } from './run/plan-run';
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
export * from './state';
