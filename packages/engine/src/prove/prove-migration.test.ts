import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { queryRows } from '../../test/query-rows';
import { withConnection } from '../connect/connect';
import { statement } from '../operations/statement';
import { readSchema } from '../read/read-schema';
import { sql } from '../sql/sql';
import { proveMigration } from './prove-migration';

const make = statement('Make t', sql`CREATE TABLE t (a int)`);
const drop = statement('Drop t', sql`DROP TABLE t`);
const makeKept = statement('Make kept', sql`CREATE TABLE kept (a int)`);

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

/** What is there after the proof of a plan that leads from nothing to `t`, without what `kept` is. */
function prove(
  up: readonly (typeof make)[],
  down: readonly (typeof make)[],
  mayHaveRows: boolean,
  given = '',
) {
  const read = { exclude: [{ name: 'kept' }] };
  return withConnection(database.url, async (client) => {
    const from = await readSchema(client, read);
    await client.query(`${make.sql}; ${given}`);
    const to = await readSchema(client, read);
    await client.query(drop.sql);
    const files = [{ transactional: true, up, down }];
    return proveMigration({ client, from, to, files, read, mayHaveRows });
  });
}

const tables = async () =>
  (
    await queryRows(database.url, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")
  ).map(({ relname }) => relname);

it('ends after the way down where that left nothing', async () => {
  const found = await prove([make], [drop], false);
  expect(found.tables.map(({ name }) => name)).toEqual(['t']);
  expect(await tables()).toEqual([]);
});

it('goes up again where rows may have been changed', async () => {
  await prove([make], [drop], true);
  expect(await tables()).toEqual(['t']);
});

it('goes up again where the way down left what is not compared, and finds what that breaks', async () => {
  await expect(prove([make, makeKept], [drop], false)).rejects.toMatchObject({
    message: expect.stringMatching(/^While the second way up was proven, .*relation "kept" already exists/),
  });
});

it('finds what is not given to whom it should be', async () => {
  await expect(prove([make], [drop], false, 'GRANT SELECT ON t TO PUBLIC')).rejects.toMatchObject({
    at: 'not given: GRANT SELECT ON "public"."t" TO PUBLIC',
  });
});

it('says what to do where the server has too little room for locks', async () => {
  // As Postgres says it once they are all taken, which other tests on this server would feel.
  const full = statement(
    'Take too many',
    sql`DO $$ BEGIN
      RAISE 'out of shared memory'
        USING ERRCODE = 'out_of_memory', HINT = 'You might need to increase "max_locks_per_transaction".';
    END $$`,
  );
  await expect(prove([make, full], [drop], false)).rejects.toMatchObject({
    message: 'While the way up was proven, Postgres refused to take too many: out of shared memory',
    next: 'Nothing was written. The server has less room for locks than servers have by default: raise max_locks_per_transaction there and restart it, here and wherever this is to run; or change fewer tables at a time',
  });
});
