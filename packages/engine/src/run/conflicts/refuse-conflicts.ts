import { withConnection } from '../../connect/connect';
import type { Database } from '../../connect/database';
import { queryOf, type RunQuery } from '../../connect/run-query';
import { countOf } from '../../errors/count-of';
import { RetortError } from '../../errors/retort-error';
import type { History } from '../../history/history';
import { readSource } from '../../history/migration-source';
import { listChangedLines } from '../../journal/list-changed-lines';
import { readJournalSql } from '../../journal/read-journal';
import { hidePasswords } from '../failures/hide-passwords';
import type { HistoryState, MigrationStatus } from '../state/compare-history';
import { locateMigrationsTable } from '../state/migrations-table';
import { bringBack } from './bring-back';
import { refuseMissing } from './refuse-missing';
import { undoFromJournal } from './undo-from-journal';

/**
 * @throws RetortError of kind `conflict` when a migration ran whose file is gone or was edited since, or is half undone:
 *   the way up cannot go on from there.
 */
export async function refuseConflicts(
  query: RunQuery,
  database: Database,
  history: History,
  state: HistoryState,
): Promise<void> {
  refuseMissing(history, state);
  const halfUndone = state.statuses.find(isHalfUndone);
  if (halfUndone !== undefined) throw halfUndoneError(halfUndone);
  const edited = state.statuses.find((status) => status.kind === 'edited');
  if (edited !== undefined) throw await editedError(query, database, state, edited);
}

/** The same, for who has no connection open. */
export async function refuseConflictsIn(
  database: Database,
  history: History,
  state: HistoryState,
): Promise<void> {
  await withConnection(database.url, async (client) => {
    const query = queryOf(client);
    await refuseConflicts(query, database, history, state);
  });
}

type HalfDone = Extract<MigrationStatus, { kind: 'halfDone' }>;
type Edited = Extract<MigrationStatus, { kind: 'edited' }>;

function isHalfUndone(status: MigrationStatus): status is HalfDone {
  return status.kind === 'halfDone' && status.entry.direction === 'down';
}

function halfUndoneError({ migration, entry }: HalfDone): RetortError {
  return new RetortError({
    what: `The down of ${migration.stem} is half done: ${entry.stepsDone} of its statements ran.`,
    at: migration.path,
    next: 'Finish it: make db-downgrade',
    kind: 'conflict',
  });
}

/** Half of its up ran: nothing can be undone before the rest has. */
export function refuseHalfApplied({ statuses }: HistoryState): void {
  const found = statuses.find((status) => status.kind === 'halfDone' && status.entry.direction === 'up');
  if (found?.kind !== 'halfDone') return;
  const { migration, entry } = found;
  throw new RetortError({
    what: `The up of ${migration.stem} is half done: ${entry.stepsDone} of its statements ran.`,
    at: migration.path,
    next: 'Finish it: make db-migrate',
    kind: 'conflict',
  });
}

const mostLines = 30;

export async function editedError(
  query: RunQuery,
  database: Database,
  state: HistoryState,
  status: Edited,
): Promise<RetortError> {
  const { migration, entry } = status;
  const location = await locateMigrationsTable(query, database);
  const ran = (await readJournalSql(query, location, [migration.recordedName])).get(migration.recordedName);
  const changed = listChangedLines(ran?.source ?? '', (await readSource(migration)).text).map(hidePasswords);
  return new RetortError({
    what: `The migration ${migration.stem} was edited after it was applied${entry.finishedAt === undefined ? '' : ` (${entry.finishedAt}, by ${entry.by})`}.`,
    at: [
      migration.path,
      ...changed.slice(0, mostLines),
      ...(changed.length > mostLines ? [`… and ${countOf(changed.length - mostLines, 'more line')}`] : []),
    ].join('\n'),
    next: `${(await bringBack(status)) ?? 'Write it as it was'}, or undo what ran and run the edited one: ${undoFromJournal(state, status)}, make db-migrate`,
    kind: 'conflict',
  });
}
