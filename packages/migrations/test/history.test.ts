import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { DataSource } from 'typeorm';
import { migrations } from '../src';
import { findHistoryProblems } from './find-history-problems';
import { readCatalog } from './read-catalog';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    migrations,
    migrationsTransactionMode: 'each',
  }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('is registered whole, in order, under the names of its files', () => {
  const problems = findHistoryProblems({
    files: readdirSync(join(__dirname, '..', 'src', 'versions')).filter((file) => file !== 'index.ts'),
    registered: migrations.map((migration) => ({ className: migration.name, name: new migration().name })),
  });
  expect(problems).toEqual([]);
});

it('goes up, back to nothing, step by step, and up again to the same', async () => {
  const steps = [await readCatalog(database.url)];
  for (let step = 0; step < migrations.length; step += 1) {
    await applyNext(step);
    steps.push(await readCatalog(database.url));
  }
  expect(steps[0]).toEqual([]);
  for (let step = migrations.length; step > 0; step -= 1) {
    await dataSource.undoLastMigration({ transaction: 'each' });
    expect(await readCatalog(database.url)).toEqual(steps[step - 1]);
  }
  await dataSource.runMigrations();
  expect(await readCatalog(database.url)).toEqual(steps.at(-1));
});

async function applyNext(step: number): Promise<void> {
  const next = migrations[step];
  const one = await new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: next === undefined ? [] : [next],
    migrationsTransactionMode: 'each',
  }).initialize();
  await one.runMigrations();
  await one.destroy();
}
