import {
  countOf,
  forgetUnknown,
  type HistoryState,
  type MigrationStatus,
  undoFromJournal,
} from '@retort/engine/state';

/** What each state is called: an interface, since `--json` prints it. */
export const statusWords = {
  applied: 'applied',
  pending: 'pending',
  outOfOrder: 'out of order',
  failed: 'failed',
  halfDone: 'half done',
  edited: 'edited',
  missing: 'missing',
  unknown: 'unknown',
} as const satisfies { readonly [K in MigrationStatus['kind']]: string };

/** What there is to add to its name. */
export function describeStatus(status: MigrationStatus): string {
  switch (status.kind) {
    case 'applied':
    case 'pending':
    case 'edited':
    case 'missing':
      return '';
    case 'unknown':
      return '  (applied by another runner, and it has no file)';
    case 'outOfOrder':
      return `  (older than ${status.after}, which is applied)`;
    case 'failed':
      return `  (${status.entry.error ?? 'its last run failed'})`;
    case 'halfDone':
      return `  (its ${status.entry.direction} stopped after ${countOf(status.entry.stepsDone, 'statement')}${status.entry.error === undefined ? ': its runner died' : ''})`;
  }
}

/** What brings back the files of those that were edited, where git knows. */
export type BroughtBack = ReadonlyMap<MigrationStatus, string | undefined>;

/** What to do about it. */
export function nextStep(
  status: MigrationStatus,
  state: Pick<HistoryState, 'statuses'>,
  broughtBack: BroughtBack,
): string {
  switch (status.kind) {
    case 'applied':
      return '';
    case 'pending':
      return 'make db-migrate';
    case 'outOfOrder':
      return 'make db-migrate (it runs after the newer ones), or before that: retort rebase';
    case 'failed':
      return `correct ${status.migration.stem}, then: make db-migrate`;
    case 'halfDone':
      return `finish ${status.migration.stem}: ${status.entry.direction === 'up' ? 'make db-migrate' : 'make db-downgrade'}`;
    case 'edited':
      return `${broughtBack.get(status) ?? `write ${status.migration.stem} as it was`}, or undo what ran: ${undoFromJournal(state, status)}`;
    case 'missing':
      return `bring the missing files back from git, or undo what ran: ${undoFromJournal(state, status)}`;
    case 'unknown': {
      const forget = forgetUnknown(state);
      return `bring the missing files back from git${forget === null ? '' : `, or forget what no file says: ${forget}`}`;
    }
  }
}
