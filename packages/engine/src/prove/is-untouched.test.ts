import { createTestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { runEach } from '../../test/plan-wish';
import { queryRows } from '../../test/query-rows';
import { withConnection } from '../connect/connect';
import { withDatabase } from '../connect/with-database';
import { planMigration } from '../pipeline/plan-migration';
import { isUntouched } from './is-untouched';

const server = String(process.env.RETORT_TEST_SERVER);
const database = `untouched_${process.pid}`;
const url = withDatabase(server, database);

async function makeDatabase(options = 'TEMPLATE template0'): Promise<void> {
  await queryRows(server, `CREATE DATABASE ${database} ${options}`);
}

afterEach(async () => {
  await queryRows(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
});

test('a database that was just made is untouched, and nothing has to be tried there that was proven', async () => {
  await makeDatabase();
  expect(await withConnection(url, isUntouched)).toBe(true);

  const from = await createTestDatabase();
  const other = new Client({ connectionString: url });
  await other.connect();
  try {
    // Whoever made a table there would wait.
    await other.query('BEGIN; LOCK TABLE pg_catalog.pg_class IN SHARE MODE');
    const sql = ['CREATE TABLE t (a int)'];
    expect(await planMigration({ from: from.url, to: { entities: [] }, sql, live: url })).toMatchObject({
      kind: 'ready',
      notes: [],
    });
  } finally {
    await other.end();
    await from.drop();
  }
});

test.each([
  'CREATE TABLE t (a int)',
  'CREATE SCHEMA s',
  'CREATE TYPE t AS (a int)',
  'CREATE EXTENSION citext',
  'CREATE AGGREGATE a (int) (SFUNC = int4pl, STYPE = int)',
  "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
  `ALTER DATABASE ${database} SET default_table_access_method = 'nothing'`,
  'ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM current_user',
  'DROP SCHEMA public',
])('one with something of its own is not: %s', async (statement) => {
  await makeDatabase();
  await runEach(url, statement);
  expect(await withConnection(url, isUntouched)).toBe(false);
});

test('one of another encoding is not', async () => {
  await makeDatabase("TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'");
  expect(await withConnection(url, isUntouched)).toBe(false);
});

describe('where the role may do less than in a database of its own', () => {
  const role = `untouched_${process.pid}`;
  beforeEach(async () => {
    await makeDatabase();
    await queryRows(server, `CREATE ROLE ${role} LOGIN CREATEDB`);
  });
  afterEach(async () => {
    await queryRows(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await queryRows(server, `DROP ROLE ${role}`);
  });

  test.each(['', `GRANT CREATE ON DATABASE ${database} TO ${role}`])('it is not: %s', async (grant) => {
    if (grant !== '') await runEach(url, grant);
    expect(await asRole()).toBe(false);
  });

  test('it is, once it owns it', async () => {
    await runEach(url, `ALTER DATABASE ${database} OWNER TO ${role}`, `ALTER SCHEMA public OWNER TO ${role}`);
    expect(await asRole()).toBe(true);
  });

  const asRole = () =>
    withConnection(url, async (client) => {
      await client.query(`SET ROLE ${role}`);
      return isUntouched(client);
    });
});
