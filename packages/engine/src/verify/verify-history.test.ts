import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { makeHistory } from '../../test/make-history';
import { verifyHistory } from './verify-history';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const users = {
  slug: 'create_users',
  up: 'CREATE TABLE users (id integer PRIMARY KEY)',
  down: 'DROP TABLE users',
};

test('a history whose every down reverses its up holds', async () => {
  const verified: string[] = [];
  const history = makeHistory(users, {
    slug: 'add_email',
    up: 'ALTER TABLE users ADD COLUMN email text',
    down: 'ALTER TABLE users DROP COLUMN email',
  });
  const broken = await verifyHistory({
    history,
    server: database.url,
    onVerified: ({ slug }) => verified.push(slug),
  });
  expect(broken).toBeUndefined();
  expect(verified).toEqual(['create_users', 'add_email']);
});

test('a down that leaves something behind is named, with what it leaves', async () => {
  const history = makeHistory(users, {
    slug: 'add_email',
    up: 'ALTER TABLE users ADD COLUMN email text; CREATE INDEX ix_users_email ON users (email)',
    down: 'DROP INDEX ix_users_email',
  });
  const broken = await verifyHistory({ history, server: database.url });
  expect(broken).toMatchObject({ migration: { slug: 'add_email' }, direction: 'down' });
  expect(broken?.differences.join('\n')).toContain('email');
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
  const broken = await verifyHistory({ history, server: database.url });
  expect(broken).toMatchObject({ migration: { slug: 'create_first' }, direction: 'up' });
});
