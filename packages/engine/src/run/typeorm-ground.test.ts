import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { makeHistory } from '../../test/make-history';
import { queryRows } from '../../test/query-rows';
import { planRun } from './plan-run';
import { rehearseRun } from './rehearse-run';
import { renderScript } from './render-script';
import { migrate } from './run-pending';

// As TypeORM generates them: its own runner makes the table of views, its connection the extension.
const history = makeHistory(
  {
    slug: 'add_notes',
    up: 'CREATE TABLE "note" ("id" uuid DEFAULT uuid_generate_v4())',
    down: 'DROP TABLE "note"',
  },
  {
    slug: 'view_notes',
    up: `INSERT INTO "typeorm_metadata"("database", "schema", "table", "type", "name", "value") VALUES (DEFAULT, 'public', DEFAULT, 'VIEW', 'notes', 'SELECT')`,
    down: `DELETE FROM "typeorm_metadata" WHERE "name" = 'notes'`,
  },
);

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const views = () => queryRows(database.url, 'SELECT name FROM typeorm_metadata');

test('a history that counts on what TypeORM makes unasked runs on an empty database', async () => {
  expect(await rehearseRun(database, history, 'up', 'head', {})).toHaveLength(2);
  expect(await migrate({ database, history, target: 'head' })).toHaveLength(2);
  expect(await views()).toEqual([{ name: 'notes' }]);
});

test('so does its script', async () => {
  const planned = await planRun(database, history, 'up', 'head');
  await queryRows(database.url, await renderScript({ ...planned, history, direction: 'up' }));
  expect(await views()).toEqual([{ name: 'notes' }]);
});

test('where it cannot be made, that is said before anything runs', async () => {
  const other = makeHistory({ slug: 'add_notes', up: 'CREATE TABLE "note" ("at" geometry)' });
  await expect(migrate({ database, history: other, target: 'head' })).rejects.toMatchObject({
    message: expect.stringMatching(
      /^The migrations count on what TypeORM makes unasked, and it cannot be made: (extension "postgis" is not available|could not open extension control file)/,
    ),
    at: 'CREATE EXTENSION IF NOT EXISTS "postgis"',
    next: 'Have it made by a role that may, then run the command again.',
  });
});
