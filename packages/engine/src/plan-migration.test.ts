import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { EntitySchema } from 'typeorm';
import { planMigration } from './plan-migration';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

async function run(...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const user = new EntitySchema({
  name: 'User',
  tableName: 'users',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    email: { type: 'text', unique: true },
    mood: { type: 'enum', enum: ['sad', 'ok'], default: 'ok' },
  },
});

const widget = new EntitySchema<Record<string, unknown>>({
  name: 'Widget',
  tableName: 'widgets',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    name: { type: 'varchar', length: 20, comment: 'what it is called' },
  },
  relations: { owner: { type: 'many-to-one', target: 'User', onDelete: 'CASCADE' } },
  indices: [{ name: 'by_name', columns: ['name'] }],
});

test('entities become a migration that is proven, after which there is nothing left to do', async () => {
  const to = { entities: [user, widget] };
  const plan = await planMigration({ from: database.url, to });
  if (plan.kind !== 'ready') throw new Error(plan.kind);
  expect(plan.up.map(({ comment }) => comment)).toEqual([
    'Install extension uuid-ossp',
    'Create enum users_mood_enum',
    'Create table users',
    'Create table widgets',
    'Comment on column widgets.name',
    expect.stringMatching(/^Add foreign key FK_\w+ to widgets$/),
    'Create index by_name on widgets',
  ]);
  expect(await planMigration({ from: database.url, to })).toEqual(plan);
  await run(...plan.up.map(({ sql }) => sql));
  expect(await planMigration({ from: database.url, to })).toEqual({ kind: 'empty', notes: [] });
});
