import type { DataSource } from 'typeorm';
import { createTestDataSource, type TestDataSource } from '../../../test/test-data-source';
import { Organization, Tag, User, Widget } from '../models';
import { archive } from '../utils/archive';
import { putRows } from './put-rows';
import { runSeeds } from './run-seeds';
import type { Seed } from './seed';

let test: TestDataSource;
let dataSource: DataSource;

beforeEach(async () => {
  test = await createTestDataSource();
  dataSource = test.dataSource;
});

afterEach(() => test.remove());

/** Every row of every table, with the transaction that wrote it and where it lies. */
async function readEverything(): Promise<Record<string, unknown>> {
  const everything: Record<string, unknown> = {};
  for (const { tableName } of dataSource.entityMetadatas) {
    everything[tableName] = await dataSource.query(
      `SELECT xmin::text, ctid::text, to_jsonb(t) AS row FROM "${tableName}" t ORDER BY to_jsonb(t)::text`,
    );
  }
  return everything;
}

it('the first run inserts, and counts by table', async () => {
  const count = { updated: 0, unchanged: 0 };
  expect(await runSeeds({ dataSource, environment: 'development' })).toEqual([
    {
      kind: 'applied',
      seed: '01_organizations',
      inserted: 1,
      ...count,
      tables: [{ table: 'organizations', inserted: 1, ...count }],
    },
    {
      kind: 'applied',
      seed: '02_users',
      inserted: 3,
      ...count,
      tables: [{ table: 'users', inserted: 3, ...count }],
    },
    {
      kind: 'applied',
      seed: '03_memberships',
      inserted: 3,
      ...count,
      tables: [{ table: 'memberships', inserted: 3, ...count }],
    },
    {
      kind: 'applied',
      seed: '04_widgets',
      inserted: 6,
      ...count,
      tables: [
        { table: 'tags', inserted: 2, ...count },
        { table: 'widgets', inserted: 2, ...count },
        { table: 'widget_tags', inserted: 2, ...count },
      ],
    },
  ]);
  const widget = await dataSource.manager.findOneOrFail(Widget, {
    where: { widgetName: 'Sprocket' },
    relations: { owner: true, tags: true },
  });
  expect(widget).toMatchObject({
    price: '19.90',
    owner: { email: 'ada@example.com' },
    tags: [{ name: 'steel' }],
  });
});

it('a second run changes no row', async () => {
  await runSeeds({ dataSource, environment: 'test' });
  const before = await readEverything();
  const second = await runSeeds({ dataSource, environment: 'test' });
  expect(await readEverything()).toEqual(before);
  expect(second.map((result) => ({ ...result, tables: [] }))).toEqual([
    { kind: 'applied', seed: '01_organizations', inserted: 0, updated: 0, unchanged: 1, tables: [] },
    { kind: 'applied', seed: '02_users', inserted: 0, updated: 0, unchanged: 3, tables: [] },
    { kind: 'applied', seed: '03_memberships', inserted: 0, updated: 0, unchanged: 3, tables: [] },
    { kind: 'applied', seed: '04_widgets', inserted: 0, updated: 0, unchanged: 6, tables: [] },
  ]);
});

it('a row that differs is set right, and its updated_at with it; an archived one stays archived', async () => {
  await runSeeds({ dataSource, environment: 'test' });
  const users = dataSource.getRepository(User);
  const ada = await users.findOneByOrFail({ email: 'ada@example.com' });
  await users.update(ada.id, { displayName: 'Somebody else' });
  await archive(users, { email: 'grace@example.com' });
  await archive(dataSource.getRepository(Tag), { name: 'steel' });
  await archive(dataSource.getRepository(Organization), { slug: 'house' });
  const [, second] = await runSeeds({ dataSource, environment: 'test' });
  expect(second).toMatchObject({ inserted: 0, updated: 1, unchanged: 2 });
  const again = await users.findOneByOrFail({ id: ada.id });
  expect(again.displayName).toBe('Ada Lovelace');
  expect(again.updatedAt.getTime()).toBeGreaterThan(ada.updatedAt.getTime());
  expect(await users.existsBy({ email: 'grace@example.com' })).toBe(false);
});

it('a seed of other environments is skipped', async () => {
  const results = await runSeeds({ dataSource, environment: 'production' });
  expect(results[0]).toMatchObject({ kind: 'applied', seed: '01_organizations' });
  expect(results[1]).toEqual({ kind: 'skipped', seed: '02_users', environments: ['development', 'test'] });
  expect(await dataSource.manager.count(User)).toBe(0);
});

it('where one fails nothing of it stays, those before it do, and those after it do not run', async () => {
  const userSeed = (name: string, email: string, fails = false): Seed => ({
    name,
    async run(manager) {
      const count = await putRows(manager, User, { by: ['email'], rows: [{ email }] });
      if (fails) {
        await manager.query('SELECT 1 / 0');
      }
      return [count];
    },
  });
  const seeds = [userSeed('01_a', 'a'), userSeed('02_b', 'b', true), userSeed('03_c', 'c')];
  await expect(runSeeds({ dataSource, environment: 'test', seeds })).rejects.toMatchObject({
    message: 'A seed failed, and nothing of it stays: division by zero',
    at: 'packages/core/src/database/seeds/02_b.ts',
    next: 'Mend it, or migrate first if it needs a table that is not there yet (make db-migrate), then: make db-seed',
    kind: 'failed',
  });
  expect((await dataSource.manager.find(User)).map(({ email }) => email)).toEqual(['a']);
});
