import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { queryRows } from '../../../test/query-rows';
import { joinMessages, messagesToPrepare, messagesToRun } from './messages';
import { type Car, sendTrain } from './send-train';

let database: TestDatabase;
let client: Client;
beforeEach(async () => {
  database = await createTestDatabase();
  await queryRows(
    database.url,
    `CREATE TABLE done (name text CHECK (name <> 'unrecordable'));
     CREATE TABLE later (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)`,
  );
  client = new Client({ connectionString: database.url, pipeline: true } as ConstructorParameters<
    typeof Client
  >[0]);
  client.on('error', () => undefined);
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

const begin = { name: 'begin', text: 'START TRANSACTION' };
const record = { name: 'record', text: 'INSERT INTO done VALUES ($1)' };
const commit = { name: 'commit', text: 'COMMIT' };

function car(name: string, ...statements: readonly string[]): Car {
  const ending = joinMessages([
    messagesToRun([{ name: record.name, values: [name] }]),
    messagesToRun([commit]),
  ]);
  return { statements, ending };
}

function send(cars: readonly Car[], prepare = [begin, record, commit]) {
  return sendTrain({
    client,
    cars,
    prepare: messagesToPrepare(prepare),
    beginning: messagesToRun([begin]),
  });
}

/** What became of each car: the message of what failed first, or that it is done. */
async function told({ sent }: ReturnType<typeof send>): Promise<readonly string[]> {
  return Promise.all(
    sent.map(async ({ begun, statements, committed }) => {
      try {
        await begun;
        for (const { answer } of statements) await answer;
        await committed;
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    }),
  );
}

async function recorded() {
  return (await queryRows(database.url, 'SELECT name FROM done')).map(({ name }) => name);
}

const table = (name: string) => car(name, `CREATE TABLE ${name} ()`);
const tables = async () =>
  (await queryRows(database.url, `SELECT relname FROM pg_class WHERE relname ~ '^[abcde]$' ORDER BY 1`)).map(
    ({ relname }) => relname,
  );

it('runs each in a transaction of its own, in their order', async () => {
  const train = send([
    table('a'),
    car('b', 'CREATE TABLE b (); CREATE TABLE c ()', 'SELECT 1 AS one', ''),
    car('d', ''),
    car('e'),
  ]);
  expect(await told(train)).toEqual(['done', 'done', 'done', 'done']);
  expect(await recorded()).toEqual(['a', 'b', 'd', 'e']);
  expect(await queryRows(database.url, 'SELECT FROM done GROUP BY xmin')).toHaveLength(4);
});

const missing = 'relation "missing" does not exist';

describe.each([
  ['its first statement', car('x', 'CREATE TABLE x (); SELECT * FROM missing'), missing],
  ['a later statement', car('x', 'CREATE TABLE x ()', 'SELECT * FROM missing', 'SELECT 1'), missing],
  ['its last statement', car('x', 'CREATE TABLE x ()', 'SELECT * FROM missing'), missing],
  [
    'its record',
    car('unrecordable', 'CREATE TABLE x ()', 'SELECT 1'),
    'new row for relation "done" violates check constraint "done_name_check"',
  ],
  [
    'its COMMIT',
    car('x', 'CREATE TABLE x ()', 'INSERT INTO later VALUES (1), (1)'),
    'duplicate key value violates unique constraint "later_id_key"',
  ],
  [
    'a lock that it waits for',
    car('x', 'SET LOCAL lock_timeout = 10', 'LOCK held'),
    'canceling statement due to lock timeout',
  ],
  [
    'a cancelled statement',
    car('x', 'SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(60)'),
    'canceling statement due to user request',
  ],
])('when one fails in %s', (_where, failing, message) => {
  let holder: Client;
  beforeEach(async () => {
    await queryRows(database.url, 'CREATE TABLE held ()');
    holder = new Client(database.url);
    await holder.connect();
    await holder.query('BEGIN; LOCK held');
  });
  afterEach(() => holder.end());

  it.each([0, 1, 2])('nothing of it stays, and none behind it is run, with %i before it', async (before) => {
    const cars = [table('a'), table('b')].slice(0, before);
    const behind = [car('c', 'CREATE TABLE c ()', 'SELECT 1'), table('d'), car('e')];
    const train = send([...cars, failing, ...behind]);
    const [beforeIt, it_, behindIt] = [
      (await told(train)).slice(0, before),
      (await told(train))[before],
      (await told(train)).slice(before + 1),
    ];
    expect(beforeIt).toEqual(cars.map(() => 'done'));
    expect(it_).toBe(message);
    expect(behindIt).not.toContain('done');
    await train.atRest();
    await client.query('ROLLBACK');
    const names = ['a', 'b'].slice(0, before);
    expect(await recorded()).toEqual(names);
    expect(await tables()).toEqual(names);
    // All is answered: the connection serves on.
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    expect(await told(send([table('c')], []))).toEqual(['done']);
  });
});

it('begins none where what it needs cannot be prepared', async () => {
  const train = send(
    [table('a'), table('b')],
    [begin, { name: 'record', text: 'SELECT * FROM missing' }, commit],
  );
  expect(await told(train)).toEqual([missing, 'it was not run']);
  await train.atRest();
  expect(await tables()).toEqual([]);
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

it('begins none where its own transaction cannot be begun, instead of running it outside of one', async () => {
  const train = send([table('a'), table('b')], [{ name: 'begin', text: 'SELECT 1 / 0' }, record, commit]);
  expect((await told(train))[0]).toBe('division by zero');
  await train.atRest();
  expect(await tables()).toEqual([]);
});

it('says that one is committed while the next one runs', async () => {
  const train = send([table('a'), car('b', 'SELECT pg_sleep(60)')]);
  await train.sent[0]?.committed;
  expect(await recorded()).toEqual(['a']);
  await queryRows(
    database.url,
    `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`,
  );
  expect((await told(train))[1]).toBe('canceling statement due to user request');
});

it('where the server ends the connection, says so of the one that runs and of those behind it', async () => {
  const end = car('b', 'SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(60)');
  const train = send([table('a'), end, table('c')]);
  expect(await told(train)).toEqual([
    'done',
    'terminating connection due to administrator command',
    'Connection terminated unexpectedly',
  ]);
  await train.atRest();
  expect(await recorded()).toEqual(['a']);
  expect(await tables()).toEqual(['a']);
});
