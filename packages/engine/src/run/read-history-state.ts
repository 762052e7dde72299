import { withConnection } from '../connect/connect';
import type { History } from '../history/history';
import { readJournal } from '../journal/journal-table';
import { compareHistory, type HistoryState } from './compare-history';
import type { Database } from './database';
import {
  locateMigrationsTable,
  type MigrationsTable,
  type RunQuery,
  readAppliedMigrations,
} from './migrations-table';
import { refuseOtherTable } from './refuse-other-table';

/** Where each migration stands. It writes nothing. */
export async function readHistoryState(database: Database, history: History): Promise<HistoryState> {
  return withConnection(database.url, async (client) => {
    const query: RunQuery = async (sql, parameters) => (await client.query(sql, parameters)).rows;
    return readState(query, database, await locateMigrationsTable(query, database), history);
  });
}

export async function readState(
  query: RunQuery,
  database: Database,
  location: MigrationsTable,
  history: History,
): Promise<HistoryState> {
  const rows = await readAppliedMigrations(query, location);
  await refuseOtherTable(query, database, history, location, rows);
  return compareHistory(history, rows, await readJournal(query, location));
}
