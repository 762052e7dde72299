import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { queryRows } from '../../test/query-rows';
import { createMissingDatabase } from './create-missing-database';
import { parseDatabaseUrl } from './parse-database-url';
import { withDatabase } from './with-database';

const suffix = Math.random().toString(36).slice(2);
const missing = `Missing "${suffix}"`;
const role = `no_createdb_${suffix}`;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await queryRows(database.url, `CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
});
afterAll(async () => {
  await queryRows(database.url, `DROP DATABASE IF EXISTS "${missing.replaceAll('"', '""')}"`);
  await queryRows(database.url, `DROP ROLE ${role}`);
  await database.drop();
});

describe('createMissingDatabase', () => {
  it('leaves a database that is there as it is', async () => {
    await queryRows(database.url, 'CREATE TABLE widgets ()');
    expect(await createMissingDatabase(database.url)).toBe(false);
    expect(await queryRows(database.url, 'SELECT * FROM widgets')).toEqual([]);
  });

  it('makes one that is not there, once however many ask at once', async () => {
    const url = withDatabase(database.url, missing);
    const made = await Promise.all([createMissingDatabase(url), createMissingDatabase(url)]);
    expect(made.filter(Boolean)).toEqual([true]);
    expect(await queryRows(url, 'SELECT current_database() AS name')).toEqual([{ name: missing }]);
  });

  it('says what to do where the role may not', async () => {
    const url = new URL(withDatabase(database.url, `other_${suffix}`));
    url.username = role;
    url.password = 'x';
    await expect(createMissingDatabase(url.toString())).rejects.toMatchObject({
      message: `The database other_${suffix} does not exist, and the role may not make it: permission denied to create database.`,
      at: parseDatabaseUrl(url.toString()).shown,
      next: `Let a superuser make it: CREATE DATABASE "other_${suffix}" OWNER "${role}";`,
    });
  });

  it('makes nothing on another machine', async () => {
    await expect(createMissingDatabase('postgres://ada@no-such-host.invalid/shop')).rejects.toMatchObject({
      message: 'The host no-such-host.invalid cannot be reached.',
    });
  });
});
