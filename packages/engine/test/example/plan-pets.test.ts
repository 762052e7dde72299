import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { queryRows } from '../query-rows';
import { planPets } from './plan-pets';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const read = (path: string) => readFileSync(join(__dirname, path), 'utf8');

test('what the README shows is this example', () => {
  const [, shown] = /```ts\n(.*?)```/s.exec(read('../../README.md')) ?? [];
  expect(shown).toBe(read('plan-pets.ts'));
});

test('it plans, and has nothing left to do after that', async () => {
  const up = await planPets(database.url);
  expect(up).toBe(
    `CREATE TABLE "public"."pets" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "PK_d01e9e7b4ada753c826720bee8b" PRIMARY KEY (id)
);`,
  );
  await queryRows(database.url, up);
  expect(await planPets(database.url)).toBe('Nothing to do.');
});

test('it tells what only a person can know, and what to answer', async () => {
  await queryRows(
    database.url,
    'CREATE TABLE pets (id integer CONSTRAINT "PK_d01e9e7b4ada753c826720bee8b" PRIMARY KEY, pet_name text NOT NULL)',
  );
  expect(await planPets(database.url)).toBe(
    'Is pets.name the old pets.pet_name?\npets.pet_name=name\ndrop-column:pets.pet_name',
  );
});
