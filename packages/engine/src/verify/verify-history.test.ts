import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import type { MigrationInterface } from 'typeorm';
import type { History } from '../history/history';
import { verifyHistory } from './verify-history';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function historyOf(
  ...migrations: readonly (readonly [up: readonly string[], down: readonly string[]])[]
): History {
  return {
    folder: 'versions',
    migrations: migrations.map(([up, down], index) => {
      const timestamp = 1700000000000 + index;
      const run =
        (statements: readonly string[]): MigrationInterface['up'] =>
        async (queryRunner) => {
          for (const sql of statements) await queryRunner.query(sql);
        };
      return {
        timestamp,
        slug: `step_${index}`,
        stem: `${timestamp}_step_${index}`,
        path: `versions/${timestamp}_step_${index}.ts`,
        recordedName: `Step${timestamp}`,
        instance: { up: run(up), down: run(down) },
      };
    }),
  };
}

const users = [['CREATE TABLE users (id integer PRIMARY KEY)'], ['DROP TABLE users']] as const;

test('a history whose every down reverses its up holds', async () => {
  const verified: string[] = [];
  const history = historyOf(users, [
    ['ALTER TABLE users ADD COLUMN email text'],
    ['ALTER TABLE users DROP COLUMN email'],
  ]);
  const broken = await verifyHistory({
    history,
    server: database.url,
    onVerified: ({ slug }) => verified.push(slug),
  });
  expect(broken).toBeUndefined();
  expect(verified).toEqual(['step_0', 'step_1']);
});

test('a down that leaves something behind is named, with what it leaves', async () => {
  const history = historyOf(users, [
    ['ALTER TABLE users ADD COLUMN email text', 'CREATE INDEX ix_users_email ON users (email)'],
    ['DROP INDEX ix_users_email'],
  ]);
  const broken = await verifyHistory({ history, server: database.url });
  expect(broken).toMatchObject({ migration: { slug: 'step_1' }, direction: 'down' });
  expect(broken?.differences.join('\n')).toContain('email');
});

test('an up that does not do the same again is named', async () => {
  const history = historyOf([
    [
      "DO $$ BEGIN IF to_regclass('pg_temp.seen') IS NULL THEN CREATE TABLE first_time (); END IF; END $$",
      'CREATE TEMPORARY TABLE IF NOT EXISTS seen ()',
    ],
    ['DROP TABLE first_time'],
  ]);
  const broken = await verifyHistory({ history, server: database.url });
  expect(broken).toMatchObject({ direction: 'up' });
});
