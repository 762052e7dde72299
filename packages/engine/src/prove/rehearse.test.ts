import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { planWish, runEach, sqlOf } from '../../test/plan-wish';
import { queryRows } from '../../test/query-rows';
import { planMigration } from '../pipeline/plan-migration';

describe('a deferred foreign key over rows that get a value', () => {
  const tables = (column: string) =>
    `CREATE TABLE p (id int CONSTRAINT pk PRIMARY KEY);
     CREATE TABLE t (a int, p int${column} CONSTRAINT f REFERENCES p DEFERRABLE INITIALLY DEFERRED)`;
  const wish = {
    before: tables(''),
    after: tables(' NOT NULL'),
    rows: 'INSERT INTO p VALUES (1); INSERT INTO t VALUES (1, 1), (2, NULL)',
  };

  test('is looked at before the table is altered', async () => {
    expect(sqlOf(await planWish({ ...wish, backfills: ['t.p=1'] }))).toEqual([
      'SET CONSTRAINTS ALL IMMEDIATE',
      'UPDATE "public"."t" SET "p" = 1 WHERE "p" IS NULL',
      'ALTER TABLE "public"."t" ALTER COLUMN "p" SET NOT NULL',
    ]);
  });

  test('has its say', async () => {
    expect(await planWish({ ...wish, backfills: ['t.p=9'] })).toMatchObject({
      kind: 'refused',
      refusals: [
        {
          what: 'The rows of the database in use do not allow it: Give the rows without p one: insert or update on table "t" violates foreign key constraint "f" (Key (p)=(9) is not present in table "p")',
        },
      ],
    });
  });
});

test('what a trigger defers to the end is looked at', async () => {
  const check = `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'row % is closed', NEW.a; END$$;`;
  const trigger =
    'CREATE CONSTRAINT TRIGGER closed AFTER UPDATE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()';
  const planned = await planWish({
    before: `${check} CREATE TABLE t (a int); ${trigger}`,
    after: `${check} CREATE TABLE t (a int, b int NOT NULL); ${trigger}`,
    rows: 'INSERT INTO t VALUES (7)',
    backfills: ['t.b=1'],
  });
  expect(planned).toMatchObject({
    kind: 'refused',
    refusals: [
      {
        what: 'The rows of the database in use do not allow it: Give the rows that are there a b: row 7 is closed',
      },
    ],
  });
});

test.each([
  {
    wanted: 'CREATE INDEX i ON t (a)',
    there: 'CREATE TABLE others (a int); CREATE INDEX i ON others (a)',
    says: 'Create index i on t: relation "i" already exists',
    sql: 'CREATE INDEX "i" ON "public"."t" ("a")',
  },
  {
    wanted: 'CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1',
    there: 'CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 2',
    says: 'Create function f(): function "f" already exists with same argument types',
    sql: 'CREATE FUNCTION public.f()\n RETURNS integer\n LANGUAGE sql\nRETURN 1',
  },
])('what is there and no migration made is no word of the rows: $says', async (example) => {
  expect(
    await planWish({
      before: 'CREATE TABLE t (a int)',
      after: `CREATE TABLE t (a int); ${example.wanted}`,
      rows: example.there,
    }),
  ).toMatchObject({
    kind: 'refused',
    refusals: [
      {
        what: `The database in use does not take it, though what the history made does: ${example.says}`,
        next: `Something is there that no migration made: remove it, or write a migration that takes it as it is\n${example.sql}`,
      },
    ],
  });
});

test('an extension that somebody installed is no obstacle', async () => {
  const extended = 'CREATE EXTENSION citext; CREATE TABLE t (a citext)';
  const planned = await planWish({ before: '', after: extended, rows: 'CREATE EXTENSION citext' });
  expect(planned).toMatchObject({ kind: 'ready' });
});

describe('a database in use whose role', () => {
  const role = `bound_${process.pid}`;
  const server = String(process.env.RETORT_TEST_SERVER);
  let from: TestDatabase;
  let live: TestDatabase;

  beforeEach(async () => {
    from = await createTestDatabase();
    live = await createTestDatabase();
    await queryRows(server, `CREATE ROLE ${role} LOGIN PASSWORD 'bound'`);
  });

  afterEach(async () => {
    await from.drop();
    await live.drop();
    await queryRows(server, `DROP ROLE ${role}`);
  });

  const planAs = () => {
    const url = new URL(live.url);
    url.username = role;
    url.password = 'bound';
    return planMigration({
      from: from.url,
      to: { entities: [] },
      sql: ['CREATE TABLE t (a int NOT NULL)'],
      live: url.href,
    });
  };

  test('may not see every row is not asked of them', async () => {
    await runEach(from.url, 'CREATE TABLE t (a int)');
    await runEach(
      live.url,
      'CREATE TABLE t (a int)',
      'INSERT INTO t VALUES (NULL)',
      `ALTER TABLE t OWNER TO ${role}`,
      'ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY',
    );
    await queryRows(from.url, 'ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY');
    expect(await planAs()).toMatchObject({
      kind: 'needsAnswers',
      questions: [{ text: 't.a may not be NULL any more. What do the rows get that have none?' }],
    });
  });

  test('may not alter the table is told', async () => {
    await runEach(from.url, 'CREATE TABLE t (a int)');
    await runEach(live.url, 'CREATE TABLE t (a int)', `GRANT SELECT ON t TO ${role}`);
    expect(await planAs()).toMatchObject({
      kind: 'ready',
      notes: ['Not tried on the database in use: its role may not do it (must be owner of table t).'],
    });
  });

  test('may only read is told', async () => {
    await runEach(from.url, 'CREATE TABLE t (a int)');
    await runEach(
      live.url,
      'CREATE TABLE t (a int)',
      `ALTER TABLE t OWNER TO ${role}`,
      `ALTER ROLE ${role} SET default_transaction_read_only = on`,
    );
    expect(await planAs()).toMatchObject({
      kind: 'ready',
      notes: ['Not tried on the database in use: it may only be read.'],
    });
  });
});

test('whoever waits for what is tried does not wait long, and that is told', async () => {
  const [from, live] = [await createTestDatabase(), await createTestDatabase()];
  const watcher = new Client({ connectionString: live.url });
  await watcher.connect();
  try {
    await runEach(from.url, 'CREATE TABLE t (a int)');
    await runEach(live.url, 'CREATE TABLE t (a int)', 'INSERT INTO t VALUES (1)');
    const planning = planMigration({
      from: from.url,
      to: { entities: [] },
      sql: ['CREATE TABLE t (a int, b int NOT NULL)'],
      backfills: ['t.b=(SELECT 1 FROM pg_sleep(50))'],
      live: live.url,
    });
    const held = `SELECT FROM pg_locks WHERE relation = 't'::regclass AND mode = 'AccessExclusiveLock' AND granted`;
    while ((await watcher.query(held)).rowCount === 0) await watcher.query('SELECT pg_sleep(0.05)');
    await watcher.query('SELECT a FROM t');
    expect(await planning).toMatchObject({
      kind: 'ready',
      notes: expect.arrayContaining([
        'Not tried on the database in use: somebody waits for what it changes.',
      ]),
    });
  } finally {
    await watcher.end();
    await from.drop();
    await live.drop();
  }
});
