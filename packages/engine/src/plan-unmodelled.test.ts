import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { EntitySchema } from 'typeorm';
import { withConnection } from './connect/connect';
import { planMigration } from './plan-migration';

const users = new EntitySchema({
  name: 'User',
  tableName: 'users',
  columns: { id: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_users' } },
});
const collation = "CREATE COLLATION plain (locale = 'C')";

let from: TestDatabase;
beforeEach(async () => {
  from = await createTestDatabase();
});
afterEach(() => from.drop());

test('something of a kind that is not compared, declared and not yet made, is refused with what to write', async () => {
  const plan = await planMigration({ from: from.url, to: { entities: [] }, sql: [collation] });
  expect(plan).toEqual({
    kind: 'refused',
    refusals: [
      {
        what: 'The collation public.plain is declared, and no migration makes it: Retort does not write objects of this kind.',
        next: 'Create it by hand, as it is declared: make db-prepare MSG="create collation public.plain" MANUAL=1',
        consent: null,
      },
    ],
    notes: [],
  });
});

test('made by a migration it is left alone: named where it is not declared, and in nobody’s way', async () => {
  await withConnection(from.url, (client) => client.query(collation));
  const declared = await planMigration({ from: from.url, to: { entities: [] }, sql: [collation] });
  expect(declared).toEqual({ kind: 'empty', notes: [] });
  const undeclared = await planMigration({ from: from.url, to: { entities: [users] } });
  expect(undeclared).toMatchObject({
    kind: 'ready',
    notes: ['The collation public.plain was made by a migration, and its kind is not compared: left alone.'],
  });
});
