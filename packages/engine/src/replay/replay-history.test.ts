import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Table } from 'typeorm';
import { makeHistory } from '../../test/make-history';
import { queryRows } from '../../test/query-rows';
import { replayHistory } from './replay-history';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const tables = `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema)' ORDER BY 1, 2`;

describe('replayHistory', () => {
  it('leaves just what the history made', async () => {
    const history = makeHistory(
      { slug: 'add_users', up: 'CREATE TABLE users (id text)' },
      { slug: 'index_users', up: 'CREATE INDEX CONCURRENTLY ON users (id)', transaction: false },
      { slug: 'add_widgets', up: 'CREATE TABLE widgets ()' },
    );
    await replayHistory(database, history);
    expect(await queryRows(database.url, tables)).toEqual([
      { schema: 'public', name: 'users' },
      { schema: 'public', name: 'widgets' },
    ]);
  });

  it("has the schema that TypeORM's own calls work in, as the runner does", async () => {
    const history = makeHistory({
      slug: 'add_users',
      up: (queryRunner) =>
        queryRunner.createTable(new Table({ name: 'users', columns: [{ name: 'id', type: 'text' }] })),
    });
    await replayHistory({ url: database.url, schema: 'The App' }, history);
    expect(await queryRows(database.url, tables)).toEqual([{ schema: 'The App', name: 'users' }]);
  });

  it('stops at the migration that fails, and says to run the command again', async () => {
    const history = makeHistory(
      { slug: 'add_users', up: 'CREATE TABL users ()' },
      { slug: 'never', up: 'CREATE TABLE never ()' },
    );
    await expect(replayHistory(database, history)).rejects.toMatchObject({
      message:
        'The up of 1700000000000_add_users failed: syntax error at or near "TABL". Nothing of it stays: its transaction was rolled back.',
      at: '/history/1700000000000_add_users.ts\nCREATE TABL users ()\n       ^',
      next: 'Correct its up in that file, then: the same command again.',
    });
    expect(await queryRows(database.url, tables)).toEqual([]);
  });
});
