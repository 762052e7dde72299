import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { queryRows } from '../../../test/query-rows';
import { type WrittenHistory, writtenHistory } from '../../../test/written-history';
import { withConnection } from '../../connect/connect';
import { queryOf } from '../../connect/run-query';
import { migrate } from '../run-pending';
import { isUpToDate } from './is-up-to-date';
import { locateMigrationsTable } from './migrations-table';
import { readHistoryState } from './read-history-state';

let database: TestDatabase;
let files: WrittenHistory;
beforeEach(async () => {
  database = await createTestDatabase();
  files = writtenHistory();
  files.write(0, 'add_users', { up: ['CREATE TABLE users (id text)'], down: ['DROP TABLE users'] });
  files.write(1, 'add_widgets', { up: ['CREATE TABLE widgets ()'], down: ['DROP TABLE widgets'] });
  await migrate({ database, history: await files.read(), target: 'head' });
});
afterEach(async () => {
  files.dispose();
  await database.drop();
});

const ask = async () => {
  const history = await files.read();
  return withConnection(database.url, async (client) => {
    const query = queryOf(client);
    return isUpToDate(query, await locateMigrationsTable(query, database), history);
  });
};

/** What is shown of a state that is not in order; of what is, only that. */
const notable = async (wanted: 'all' | 'notable') => {
  const { statuses, ...rest } = await readHistoryState(database, await files.read(), wanted);
  const lists = Object.values(rest).map((list) => list.map((one) => ('stem' in one ? one.stem : one.name)));
  return { lists, statuses: statuses.map((status) => (status.kind === 'applied' ? 'applied' : status)) };
};

test('a database at the head of its history is known by a digest, also where it was adopted', async () => {
  expect(await ask()).toBe(true);
  expect(await notable('notable')).toEqual(await notable('all'));
  await queryRows(database.url, 'DELETE FROM retort_journal');
  expect(await ask()).toBe(false);
  await migrate({ database, history: await files.read(), target: 'head' });
  expect(await queryRows(database.url, 'SELECT DISTINCT state FROM retort_journal')).toEqual([
    { state: 'adopted' },
  ]);
  expect(await ask()).toBe(true);
});

const sql = (statement: string) => () => queryRows(database.url, statement);

test.each<readonly [what: string, change: () => unknown]>([
  ['a migration that is pending', () => files.write(2, 'more', { up: ['SELECT 1'] })],
  ['a file that was edited', () => files.write(1, 'add_widgets', { up: ['CREATE TABLE widgets (id int)'] })],
  ['a file that is gone', () => files.remove(1, 'add_widgets')],
  ['a row that is gone', sql("DELETE FROM migrations WHERE name = 'M1700000000001'")],
  [
    'a row more',
    sql(`INSERT INTO migrations ("timestamp", name) VALUES (1700000000009, 'Other1700000000009')`),
  ],
  [
    'a row that is there twice',
    sql(`INSERT INTO migrations ("timestamp", name) SELECT "timestamp", name FROM migrations`),
  ],
  ['another order', sql("UPDATE migrations SET id = id + 10 WHERE name = 'M1700000000000'")],
  ['an entry that is gone', sql("DELETE FROM retort_journal WHERE name = 'M1700000000000'")],
  ['a down that failed', sql("UPDATE retort_journal SET state = 'failed', direction = 'down'")],
  [
    'an undo that the row does not know of',
    sql("UPDATE retort_journal SET state = 'undone', direction = 'down'"),
  ],
  [
    'a down that is half done',
    sql(`UPDATE retort_journal SET state = 'running', direction = 'down', steps = '[{"sql": "SELECT 1"}]'`),
  ],
  ['another checksum', sql("UPDATE retort_journal SET checksum = 'another' WHERE name = 'M1700000000000'")],
  [
    'checksums that changed places',
    sql(`UPDATE retort_journal j SET checksum = o.checksum FROM retort_journal o WHERE o.name <> j.name`),
  ],
])('%s is read as it is', async (_what, change) => {
  await change();
  expect(await ask()).toBe(false);
  expect(await notable('notable')).toEqual(await notable('all'));
});
