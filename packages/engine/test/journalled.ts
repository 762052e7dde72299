import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { downgrade, migrate } from '../src/run/run-pending';
import { nameOf } from '../src/run/state/compare-history';
import { readHistoryState } from '../src/run/state/read-history-state';
import { tablesIn } from './found-in';
import { queryRows } from './query-rows';
import { type WrittenHistory, writtenHistory } from './written-history';

/** A database, and the files of two migrations, for each test of a file: they may be edited, and removed. */
export const journalled = {
  get database(): TestDatabase {
    if (database === undefined) throw new Error('no test is running');
    return database;
  },
  get files(): WrittenHistory {
    if (files === undefined) throw new Error('no test is running');
    return files;
  },
  up: async () =>
    migrate({ database: journalled.database, history: await journalled.files.read(), target: 'head' }),
  down: async (target: string, fromJournal = false) =>
    downgrade({
      database: journalled.database,
      history: await journalled.files.read(),
      target,
      fromJournal,
    }),
  tables: () => tablesIn(journalled.database.url),
  journal: (name = '%') =>
    queryRows(
      journalled.database.url,
      'SELECT * FROM retort_journal WHERE name LIKE $1 ORDER BY "timestamp"',
      [name],
    ),
  statuses: async () =>
    (await readHistoryState(journalled.database, await journalled.files.read())).statuses.map(
      (status) => `${status.kind} ${nameOf(status).replace(/^\d+_/, '')}`,
    ),
};

let database: TestDatabase | undefined;
let files: WrittenHistory | undefined;

beforeEach(async () => {
  database = await createTestDatabase();
  files = writtenHistory();
  files.write(0, 'add_users', { up: ['CREATE TABLE users (id text)'], down: ['DROP TABLE users'] });
  files.write(1, 'add_widgets', { up: ['CREATE TABLE widgets ()'], down: ['DROP TABLE widgets'] });
});
afterEach(async () => {
  files?.dispose();
  await database?.drop();
});
