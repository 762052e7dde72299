import { type HistoryState, type MigrationStatus, nameOf } from '../state/compare-history';

/** What to type to undo what ran of a migration, by what the journal kept: those after it are undone first. */
export function undoFromJournal(
  { statuses }: Pick<HistoryState, 'statuses'>,
  status: MigrationStatus,
): string {
  // What another runner applied, and no file is of, is no target.
  const ran = statuses.filter(({ kind }) => !notTargets.has(kind));
  const at = ran.indexOf(status);
  const before = ran[at - 1];
  const target = before === undefined ? 'base' : nameOf(before);
  return `retort downgrade --from-journal${at === ran.length - 1 ? '' : ` --to ${target}`}`;
}

const notTargets: ReadonlySet<MigrationStatus['kind']> = new Set([
  'pending',
  'outOfOrder',
  'failed',
  'unknown',
]);
