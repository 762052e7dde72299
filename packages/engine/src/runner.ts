// What runs a history. It loads neither TypeORM nor what compares and writes.

export { createMissingDatabase } from './connect/create-missing-database';
export { refuseBaseChanges } from './git/list-base-changes';
export { listStemsOn } from './git/list-stems-on';
export { recordDirection } from './journal/record-direction';
export type { Recorded, StatementRun } from './journal/statement-run';
export type { Finding, LintRule } from './lint/finding';
export { type LintedMigration, lintMigrations } from './lint/lint-migration';
export { refuseConflictsIn } from './run/conflicts/refuse-conflicts';
export { refuseMissing } from './run/conflicts/refuse-missing';
export { hidePasswords } from './run/failures/hide-passwords';
export type { LockOptions } from './run/lock/lock-options';
export { type PlannedRun, planRun } from './run/plan-run';
export { readProtection, writeProtection } from './run/protection';
export { renderScript } from './run/render-script';
export type { DoneMigration } from './run/run-each';
export type { RunHooks } from './run/run-hooks';
export {
  type DowngradeOptions,
  downgrade,
  migrate,
  type RunOptions,
  undo,
} from './run/run-pending';
export { defaultPatience, type Patience } from './run/session/retry-locks';
export { type Stamped, stamp } from './run/stamp';
export { findMigration } from './run/state/resolve-target';
export type { Notice } from './run/watch/notice';
export { type Blocker, describeBlocker, type OnEvent, type RunEvent } from './run/watch/run-events';
export * from './state';
