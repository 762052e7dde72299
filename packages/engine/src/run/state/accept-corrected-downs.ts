import type { RunQuery } from '../../connect/run-query';
import { readSource, withoutDown } from '../../history/migration-source';
import type { JournalEntry, JournalSql } from '../../journal/journal-entry';
import type { MigrationsTable } from '../../journal/migrations-location';
import { readJournalSql } from '../../journal/read-journal';
import { thrown } from '../../journal/record-direction';
import type { HistoryState, MigrationStatus } from './compare-history';

/**
 * A down that fails, or throws since nobody has written it, can only be corrected in its file. Where nothing else was edited
 * there, what ran is what the file says.
 */
export async function acceptCorrectedDowns(
  query: RunQuery,
  location: MigrationsTable,
  state: HistoryState,
): Promise<HistoryState> {
  const names = state.statuses.flatMap((status) => (status.kind === 'edited' ? [status.entry.name] : []));
  if (names.length === 0) return state;
  const ran = await readJournalSql(query, location, names);
  const statuses = await Promise.all(
    state.statuses.map(async (status): Promise<MigrationStatus> => {
      if (status.kind !== 'edited') return status;
      const { migration, entry } = status;
      const sql = ran.get(entry.name);
      if (sql === undefined || !couldNotUndo(entry, sql)) return status;
      const { text } = await readSource(migration);
      return withoutDown(text) === withoutDown(sql.source) ? { kind: 'applied', migration, entry } : status;
    }),
  );
  return { ...state, statuses };
}

function couldNotUndo({ state, direction }: JournalEntry, { downUnknown }: JournalSql): boolean {
  return (direction === 'down' && state === 'failed') || downUnknown?.startsWith(thrown) === true;
}
