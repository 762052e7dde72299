import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { Column, DataSource, Entity, EntitySchema, PrimaryColumn } from 'typeorm';
import { type PlanOptions, planMigration } from './plan-migration';

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
    'Install extension uuid-ossp, where it is not there yet',
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

test('a database that cannot be cloned, because somebody is connected to it, is copied from what was read', async () => {
  await run(
    "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (id serial PRIMARY KEY, m mood); CREATE INDEX ON t (m)",
  );
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const sql = [
    "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (id serial PRIMARY KEY, m mood, n int); CREATE INDEX ON t (m)",
  ];
  const plan = await planMigration({ from: database.url, to: { entities: [] }, sql });
  await client.end();
  expect(plan).toMatchObject({
    kind: 'ready',
    up: [{ sql: 'ALTER TABLE "public"."t" ADD COLUMN "n" integer' }],
    down: [{ sql: 'ALTER TABLE "public"."t" DROP COLUMN "n"' }],
  });
});

test('what TypeORM keeps in its table of views and generated columns moves along', async () => {
  const entity = (expression: string) =>
    new EntitySchema<Record<string, unknown>>({
      name: 'Person',
      tableName: 'people',
      columns: {
        name: { type: 'text', primary: true },
        length: { type: 'integer', generatedType: 'STORED', asExpression: expression },
      },
    });
  const first = await planMigration({ from: database.url, to: { entities: [entity('length("name")')] } });
  if (first.kind !== 'ready') throw new Error(first.kind);
  await run(...first.up.map(({ sql }) => sql));
  const second = await planMigration({
    from: database.url,
    to: { entities: [entity('length("name") + 1')] },
  });
  if (second.kind !== 'ready') throw new Error(second.kind);
  expect(second.up.map(({ comment }) => comment)).toEqual([
    'Take from TypeORM how the entities spelled people.length',
    'Tell TypeORM how the entities spell people.length',
    'Drop column people.length',
    'Add column people.length',
  ]);
});

test.each(['from', 'live', 'scratch'])(
  'a URL that cannot be read is told by its option: %s',
  async (option) => {
    const plan = planMigration({ from: database.url, to: { entities: [] }, [option]: 'hello' });
    await expect(plan).rejects.toMatchObject({
      message: `${option} is not a Postgres URL: it does not begin with postgres://`,
      at: option,
    });
  },
);

test.each(['from', 'live', 'scratch'])(
  'a server that does not answer is told by its option: %s',
  async (option) => {
    const plan = planMigration({
      from: database.url,
      to: { entities: [] },
      [option]: 'postgres://me@127.0.0.1:1/shop',
    });
    await expect(plan).rejects.toMatchObject({
      message: 'Postgres does not answer at 127.0.0.1:1.',
      at: `127.0.0.1:1/shop (${option})`,
      next: 'Start it, or correct the host and port.',
    });
  },
);

test('what is missing is told', async () => {
  await expect(planMigration({} as PlanOptions)).rejects.toMatchObject({
    message:
      "planMigration was not given from, the URL of a database, and to, TypeORM's options of the entities.",
  });
});

const from = 'postgres://127.0.0.1:1/shop';
const list = { entities: [user] };
test.each([
  [{ to: list, rename: ['a=b'] }, 'planMigration has no option rename.'],
  [{ to: [user] }, 'to is a list.'],
  [{ to: { ...list, type: 'mysql' } }, 'to is for mysql, and migrations are for Postgres.'],
  [{ to: { schema: 'shop' } }, 'to has no entities, which would mean that every table goes.'],
])('what would not be heeded is refused: %#', async (options, message) => {
  await expect(planMigration({ from, ...options } as unknown as PlanOptions)).rejects.toMatchObject({
    message,
    at: 'the options of planMigration',
    kind: 'settings',
  });
});

test('a URL that is none is to be corrected, since from cannot be left out', async () => {
  await expect(planMigration({ from: 'shop', to: list })).rejects.toMatchObject({
    message: 'from is not a Postgres URL: it does not begin with postgres://',
    next: 'Set from to a URL like postgres://user@127.0.0.1:5432/my_database (write special characters of a password as %XX)',
  });
});

test('entities may come in a data source, and scratch databases be made on a server whose URL names no database', async () => {
  const to = new DataSource({ type: 'postgres', ...list, url: 'postgres://nowhere/shop' });
  const scratch = new URL(database.url);
  scratch.pathname = '';
  expect(await planMigration({ from: database.url, to, scratch: scratch.href })).toEqual(
    await planMigration({ from: database.url, to: list }),
  );
});

test('a class with columns that is no entity is named, and what is a part of one is not', async () => {
  class Address {
    street!: string;
  }
  Column({ type: 'text' })(Address.prototype, 'street');
  class Base {
    id!: number;
  }
  PrimaryColumn({ type: 'integer' })(Base.prototype, 'id');
  class Shop extends Base {
    address!: Address;
  }
  Column(() => Address)(Shop.prototype, 'address');
  Entity('shops')(Shop);
  class Forgotten {
    name!: string;
  }
  Column({ type: 'text' })(Forgotten.prototype, 'name');
  const enumeration = { RED: 'red' };
  expect(
    await planMigration({
      from: database.url,
      to: { entities: Object.values({ Address, Base, Shop, Forgotten, Error, enumeration }) as [] },
    }),
  ).toMatchObject({
    kind: 'ready',
    notes: ['The class Forgotten has columns and no @Entity(): no table is made of it.'],
  });
});

test('what another role made is planned from by one that may read it and make databases', async () => {
  const role = `planner_${process.pid}`;
  await run('CREATE TABLE t (a int)', `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD 'planner'`);
  const url = new URL(database.url);
  url.username = role;
  url.password = 'planner';
  try {
    const plan = await planMigration({
      from: url.href,
      to: { entities: [] },
      sql: ['CREATE TABLE t (a bigint)'],
    });
    expect(plan).toMatchObject({ kind: 'ready', up: [{ transactional: true }] });
  } finally {
    await run(`DROP ROLE ${role}`);
  }
});

test('declared SQL alone is enough to say what is wanted', async () => {
  const plan = await planMigration({ from: database.url, to: {}, sql: ['CREATE TABLE t (a int)'] });
  expect(plan).toMatchObject({ kind: 'ready', up: [{ comment: 'Create table t' }] });
  await expect(planMigration({ from: database.url, to: {} })).rejects.toMatchObject({
    message: 'to has no entities, which would mean that every table goes.',
  });
});
