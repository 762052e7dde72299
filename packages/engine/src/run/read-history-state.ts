import { withConnection } from '../connect/connect';
import type { History } from '../history/history';
import { compareHistory, type HistoryState } from './compare-history';
import type { Database } from './database';
import { locateMigrationsTable, type RunQuery, readAppliedMigrations } from './migrations-table';

/** What is applied, pending and missing. It writes nothing. */
export async function readHistoryState(database: Database, history: History): Promise<HistoryState> {
  return withConnection(database.url, async (client) => {
    const query: RunQuery = async (sql, parameters) => (await client.query(sql, parameters)).rows;
    const location = await locateMigrationsTable(query, database);
    return compareHistory(history, await readAppliedMigrations(query, location));
  });
}
