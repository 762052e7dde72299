import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { EntitySchema } from 'typeorm';
import { makeHistory } from '../../test/make-history';
import { renderHistorySchema } from '../schema-file/render-history-schema';
import { verifyHistory } from './verify-history';

const users = new EntitySchema({
  name: 'User',
  tableName: 'users',
  columns: { id: { type: 'integer', primary: true, primaryKeyConstraintName: 'users_pkey' } },
});
const withEmail = new EntitySchema({
  name: 'User',
  tableName: 'users',
  columns: {
    id: { type: 'integer', primary: true, primaryKeyConstraintName: 'users_pkey' },
    email: { type: 'text', nullable: true },
  },
});

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const createUsers = {
  slug: 'create_users',
  up: 'CREATE TABLE users (id integer PRIMARY KEY)',
  down: 'DROP TABLE users',
};

test('a history whose every down reverses its up holds', async () => {
  const verified: string[] = [];
  const history = makeHistory(createUsers, {
    slug: 'add_email',
    up: 'ALTER TABLE users ADD COLUMN email text',
    down: 'ALTER TABLE users DROP COLUMN email',
  });
  const outcome = await verifyHistory({
    history,
    entities: { entities: [withEmail] },
    server: database.url,
    onVerified: ({ slug }) => verified.push(slug),
  });
  expect(outcome).toEqual({ kind: 'holds' });
  expect(verified).toEqual(['create_users', 'add_email']);
});

test('a down that leaves something behind is named, with what it leaves', async () => {
  const history = makeHistory(createUsers, {
    slug: 'add_email',
    up: 'ALTER TABLE users ADD COLUMN email text; CREATE INDEX ix_users_email ON users (email)',
    down: 'DROP INDEX ix_users_email',
  });
  const broken = await verifyHistory({ history, entities: {}, server: database.url });
  expect(broken).toMatchObject({ kind: 'broken', migration: { slug: 'add_email' }, direction: 'down' });
  expect(JSON.stringify(broken)).toContain('email');
});

test('an up that does not do the same again is named', async () => {
  let runs = 0;
  const history = makeHistory({
    slug: 'create_first',
    up: async (queryRunner) => {
      runs += 1;
      await queryRunner.query(`CREATE TABLE made_by_run_${runs} ()`);
    },
    down: async (queryRunner) => {
      await queryRunner.query(`DROP TABLE made_by_run_${runs}`);
    },
  });
  const broken = await verifyHistory({ history, entities: {}, server: database.url });
  expect(broken).toMatchObject({ kind: 'broken', migration: { slug: 'create_first' }, direction: 'up' });
});

test('models that say something else are told', async () => {
  const history = makeHistory(createUsers);
  const outcome = await verifyHistory({ history, entities: { entities: [withEmail] }, server: database.url });
  expect(outcome).toMatchObject({ kind: 'modelsDiffer', plan: { kind: 'ready' } });
});

test('the file of the schema is compared to the letter', async () => {
  const history = makeHistory(createUsers);
  const scratch = await createTestDatabase();
  const runner = new Client({ connectionString: scratch.url });
  await runner.connect();
  await runner.query(createUsers.up);
  await runner.end();
  const schemaText = await renderHistorySchema(scratch.url, []);
  await scratch.drop();
  const options = { history, entities: { entities: [users] }, server: database.url };
  expect(await verifyHistory({ ...options, schemaText })).toEqual({ kind: 'holds' });
  const ofWindows = schemaText.replaceAll('\n', '\r\n');
  expect(await verifyHistory({ ...options, schemaText: ofWindows })).toEqual({ kind: 'holds' });
  expect(await verifyHistory({ ...options, schemaText: `${schemaText} ` })).toEqual({
    kind: 'schemaFileDiffers',
  });
});
