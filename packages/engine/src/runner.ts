// What runs a history. It loads neither TypeORM nor what compares and writes.

export { createMissingDatabase } from './connect/create-missing-database';
export { readProtection, writeProtection } from './journal/protection';
export { recordDirection } from './journal/record-direction';
export type { Recorded, StatementRun } from './journal/statement-run';
export type { Finding, LintRule } from './lint/finding';
export { type LintedMigration, lintMigrations } from './lint/lint-migration';
export { refuseBaseChanges } from './rebase/list-base-changes';
export { listStemsOn } from './rebase/list-stems-on';
export { refuseConflictsIn } from './run/conflicts/refuse-conflicts';
export { refuseMissing } from './run/conflicts/refuse-missing';
export type { LockOptions } from './run/lock/lock-options';
export { defaultPatience, type Patience } from './run/one/retry-locks';
export { type PlannedRun, planRun } from './run/plan-run';
export { renderScript } from './run/render-script';
export type { DoneMigration } from './run/run-each';
export {
  type DowngradeOptions,
  downgrade,
  migrate,
  type RunHooks,
  type RunOptions,
  undo,
} from './run/run-pending';
export { type Stamped, stamp } from './run/stamp';
export { findMigration } from './run/state/resolve-target';
export { hidePasswords } from './run/watch/hide-passwords';
export type { Notice } from './run/watch/notice';
export type { Blocker, OnEvent, RunEvent } from './run/watch/run-events';
export * from './state';
