import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { type MigrationSketch, makeHistory } from '../../../test/make-history';
import { queryRows } from '../../../test/query-rows';
import { replayHistory } from '../../replay/replay-history';
import { rehearseRun } from '../rehearse-run';
import { downgrade, migrate } from '../run-pending';
import { isSessionSetting } from './own-session';

let database: TestDatabase;
const role = `owner_${Math.random().toString(36).slice(2)}`;
beforeEach(async () => {
  database = await createTestDatabase();
  await queryRows(database.url, `CREATE ROLE ${role}`);
  await queryRows(database.url, `GRANT ALL ON SCHEMA public TO ${role}`);
});
afterEach(async () => {
  await queryRows(database.url, `DROP OWNED BY ${role}`);
  await queryRows(database.url, `DROP ROLE ${role}`);
  await database.drop();
});

const owners = async () =>
  (
    await queryRows(
      database.url,
      `SELECT tablename || ' of ' || tableowner AS line FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    )
  ).map(({ line }) => line);
const bookkeeping = ['migrations of postgres', 'retort_journal of postgres'];

/** The same statements as text, which are sent in one trip, and as code. */
function inBoth(statement: string): readonly (readonly [string, NonNullable<MigrationSketch['up']>])[] {
  return [
    ['as statements', statement],
    [
      'as code',
      async (queryRunner) => {
        await queryRunner.query(statement);
      },
    ],
  ];
}

it.each([
  ...inBoth('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY'),
  ...inBoth('SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE'),
])('what transactions are by default is not left to the next migration (%s)', async (_how, up) => {
  const isolation = "INSERT INTO kept SELECT current_setting('transaction_isolation')";
  const history = makeHistory(
    { slug: 'sets', up },
    { slug: 'as_statements', up: `CREATE TABLE kept (isolation text); ${isolation}` },
    { slug: 'sets_again', up },
    { slug: 'as_code', up: async (queryRunner) => void (await queryRunner.query(isolation)) },
  );
  await migrate({ database, history, target: 'head' });
  expect(await queryRows(database.url, 'SELECT DISTINCT isolation FROM kept')).toEqual([
    { isolation: 'read committed' },
  ]);
});

describe.each(['SET ROLE', 'SET SESSION AUTHORIZATION'])('a migration that says %s', (set) => {
  it.each(inBoth(`${set} ${role}; CREATE TABLE theirs ()`))(
    'runs as that role, is recorded, and leaves the next one as itself (%s)',
    async (_how, up) => {
      const history = makeHistory(
        { slug: 'theirs', up, down: `${set} ${role}; DROP TABLE theirs` },
        { slug: 'ours', up: 'CREATE TABLE ours ()', down: 'DROP TABLE ours' },
      );
      await migrate({ database, history, target: 'head' });
      expect(await owners()).toEqual([
        ...bookkeeping.slice(0, 1),
        'ours of postgres',
        ...bookkeeping.slice(1),
        `theirs of ${role}`,
      ]);
      await downgrade({ database, history, target: 'base' });
      expect(await owners()).toEqual(bookkeeping);
    },
  );

  it('keeps that role from statement to statement where it runs without a transaction, also when it is resumed', async () => {
    const up =
      (last: string): NonNullable<MigrationSketch['up']> =>
      async (queryRunner) => {
        await queryRunner.query(`${set} ${role}`);
        await queryRunner.query('CREATE TABLE theirs (id int)');
        await queryRunner.query(last);
        await queryRunner.query('CREATE INDEX CONCURRENTLY ix ON theirs (id)');
        await queryRunner.query('CREATE TABLE theirs_too ()');
      };
    const failing = makeHistory({ slug: 'theirs', transaction: false, up: up('SELECT 1/0') });
    await expect(migrate({ database, history: failing, target: 'head' })).rejects.toMatchObject({
      message: expect.stringContaining('division by zero'),
    });
    const history = makeHistory(
      { slug: 'theirs', transaction: false, up: up('SELECT 1') },
      { slug: 'ours', up: 'CREATE TABLE ours ()' },
    );
    await migrate({ database, history, target: 'head' });
    expect(await owners()).toEqual([
      ...bookkeeping.slice(0, 1),
      'ours of postgres',
      ...bookkeeping.slice(1),
      `theirs of ${role}`,
      `theirs_too of ${role}`,
    ]);
  });
});

it('a rehearsal begins each migration as a run does', async () => {
  const left = `SELECT pg_catalog.set_config('search_path', '', false); SET ROLE ${role}; CREATE TEMP TABLE map ()`;
  const history = makeHistory(
    { slug: 'dump', up: left },
    { slug: 'ours', up: `CREATE TABLE ours (); ${left}` },
  );
  const rehearsed = await rehearseRun({ url: database.url }, history, 'up', 'head', {});
  expect(rehearsed.map(({ migration }) => migration.slug)).toEqual(['dump', 'ours']);
});

it('a replay begins each migration as a run does', async () => {
  const history = makeHistory(
    { slug: 'theirs', up: `SET ROLE ${role}; CREATE TABLE theirs ()` },
    { slug: 'ours', up: 'CREATE TABLE ours ()' },
  );
  await replayHistory(database, history);
  expect(await owners()).toEqual(['ours of postgres', `theirs of ${role}`]);
});

it.each(inBoth('CREATE TEMPORARY TABLE users AS SELECT 1 AS id; DECLARE held CURSOR WITH HOLD FOR SELECT 1'))(
  'a temporary table and a cursor that a migration leaves are gone for the next one (%s)',
  async (_how, up) => {
    await queryRows(database.url, 'CREATE TABLE users (id int)');
    const history = makeHistory(
      { slug: 'map', up },
      { slug: 'fill', up: 'INSERT INTO users VALUES (2)' },
      { slug: 'map_again', up },
    );
    await migrate({ database, history, target: 'head' });
    expect(await queryRows(database.url, 'SELECT id FROM users')).toEqual([{ id: 2 }]);
  },
);

it.each([
  ['SET search_path = app', true],
  [' set session authorization ada', true],
  ['RESET ROLE', true],
  [`SELECT pg_catalog.set_config('search_path', '', false)`, true],
  ['SET LOCAL search_path = app', false],
  ['SET CONSTRAINTS ALL DEFERRED', false],
  ['SET TRANSACTION READ WRITE', false],
  ['UPDATE users SET name = 1', false],
])('isSessionSetting(%j) is %s', (sql, is) => {
  expect(isSessionSetting(sql)).toBe(is);
});
