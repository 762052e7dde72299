import { withConnection } from '../../connect/connect';
import type { Database } from '../../connect/database';
import { queryOf, type RunQuery } from '../../connect/run-query';
import type { History } from '../../history/history';
import type { MigrationsTable } from '../../journal/migrations-location';
import { readJournal } from '../../journal/read-journal';
import { acceptCorrectedDowns } from './accept-corrected-downs';
import { compareHistory, type HistoryState } from './compare-history';
import { isUpToDate, stateOfUpToDate } from './is-up-to-date';
import { locateMigrationsTable, readAppliedMigrations } from './migrations-table';
import { refuseOtherTable } from './refuse-other-table';

/** Where each migration stands. It writes nothing. With `notable`, the entries of what is applied and in order are left out. */
export async function readHistoryState(
  database: Database,
  history: History,
  wanted: 'all' | 'notable' = 'all',
): Promise<HistoryState> {
  return withConnection(
    database.url,
    async (client) => {
      const query = queryOf(client);
      const location = await locateMigrationsTable(query, database);
      const isAsked = wanted === 'notable' && location.exists && location.journalExists;
      return isAsked && (await isUpToDate(query, location, history))
        ? stateOfUpToDate(history)
        : readState(query, database, location, history);
    },
    ...(['retort', 'left'] as const),
  );
}

export async function readState(
  query: RunQuery,
  database: Database,
  location: MigrationsTable,
  history: History,
): Promise<HistoryState> {
  const rows = await readAppliedMigrations(query, location);
  await refuseOtherTable(query, database, history, location, rows);
  const state = compareHistory(history, rows, await readJournal(query, location));
  return acceptCorrectedDowns(query, location, state);
}
