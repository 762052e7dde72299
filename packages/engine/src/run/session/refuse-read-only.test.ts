import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { makeHistory } from '../../../test/make-history';
import { queryRows } from '../../../test/query-rows';
import { parseDatabaseUrl } from '../../connect/parse-database-url';
import { migrate } from '../run-pending';
import { refuseReadOnly } from './refuse-read-only';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

it('refuses, before anything is made, where nothing can be written', async () => {
  const url = `${database.url}?options=-c%20default_transaction_read_only%3Don`;
  const history = makeHistory({ slug: 'add_users', up: 'CREATE TABLE users ()' });
  await expect(migrate({ database: { url }, history, target: 'head' })).rejects.toMatchObject({
    message: 'The sessions of this role, database or URL only read (default_transaction_read_only).',
    at: parseDatabaseUrl(database.url).shown,
    next: 'Connect as a role that writes, or take default_transaction_read_only out of its settings.',
    kind: 'refused',
  });
  expect(await queryRows(database.url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
});

it('tells a standby', async () => {
  const standby = () => Promise.resolve([{ standby: true, readOnly: true }]);
  await expect(refuseReadOnly(standby, database.url)).rejects.toMatchObject({
    message: 'The server is a standby, which only reads: nothing can be migrated there.',
    next: 'Set POSTGRES_URL to the primary server.',
    kind: 'refused',
  });
});
