import {
  createTestDatabase,
  startTestServer,
  type TestDatabase,
  type TestServer,
} from '@retort/services/testing';
import type { Migration } from '../src/history/history';
import { downgrade, migrate } from '../src/run/run-pending';
import { readHistoryState } from '../src/run/state/read-history-state';
import { type CrashPoint, crashProxy, type Moment } from './crash-proxy';
import { makeHistory } from './make-history';
import { queryRows } from './query-rows';

/** A server of its own: it is killed. Its databases keep what they commit. */
let server: TestServer;
beforeAll(async () => {
  const binaries = process.env.RETORT_TEST_BINARIES;
  server = await startTestServer(binaries === undefined ? {} : { binaries });
});
afterAll(() => server.stop());

const inTransaction = makeHistory({
  slug: 'in_a_transaction',
  up: async (queryRunner) => {
    await queryRunner.query('CREATE TABLE users (id int)');
    await queryRunner.query('INSERT INTO users VALUES (1)');
    await queryRunner.query('INSERT INTO log VALUES ($1)', ['up']);
  },
  down: async (queryRunner) => {
    await queryRunner.query('DROP TABLE users');
    await queryRunner.query('INSERT INTO log VALUES ($1)', ['down']);
  },
});

/** Its statements and its record are sent together, before any of them is answered. */
const sentAhead = makeHistory({
  slug: 'sent_ahead',
  up: "CREATE TABLE users (id int); INSERT INTO users VALUES (1); INSERT INTO log VALUES ('up')",
  down: "DROP TABLE users; INSERT INTO log VALUES ('down')",
});

const byStatements = makeHistory({
  slug: 'by_statements',
  transaction: false,
  up: async (queryRunner) => {
    await queryRunner.query('CREATE TABLE users (id int)');
    await queryRunner.query('INSERT INTO log VALUES ($1)', ['up']);
    await queryRunner.query('CREATE INDEX CONCURRENTLY ix_users ON users (id)');
    await queryRunner.query('INSERT INTO users VALUES (1)');
  },
  down: async (queryRunner) => {
    await queryRunner.query('DROP INDEX CONCURRENTLY ix_users');
    await queryRunner.query('INSERT INTO log VALUES ($1)', ['down']);
    await queryRunner.query('DROP TABLE users');
  },
});

/** The first is sent by itself, then two, then four: those that follow are begun before anybody has heard of the ones before. */
const sentTogether = makeHistory(
  ...Array.from({ length: 8 }, (_, index) => ({
    slug: `together_${index}`,
    up: `INSERT INTO log VALUES ('up ${index}')`,
    down: `INSERT INTO log VALUES ('down ${index}')`,
  })),
);

interface World {
  readonly database: TestDatabase;
  readonly history: typeof byStatements;
  readonly direction: 'up' | 'down';
}

/** What the database must be in the end, however often a runner died on the way. */
async function expectFinished(world: World): Promise<void> {
  if (world.history === sentTogether) return expectTogether(world);
  const { database, history, direction } = world;
  const [found = {}] = await queryRows(
    database.url,
    `SELECT (SELECT array_agg(what ORDER BY what) FROM log) AS log, to_regclass('users') IS NOT NULL AS users,
       (SELECT count(*)::int FROM migrations) AS recorded, (SELECT state FROM retort_journal) AS state,
       (SELECT steps || coalesce(in_flight, '[]') FROM retort_journal) AS left,
       (SELECT count(*)::int FROM pg_index WHERE NOT indisvalid) AS invalid,
       to_regclass('ix_users') IS NOT NULL AS index`,
  );
  const isUp = direction === 'up';
  expect(found).toEqual({
    log: isUp ? ['up'] : ['down', 'up'],
    users: isUp,
    recorded: isUp ? 1 : 0,
    state: isUp ? 'applied' : 'undone',
    left: [],
    invalid: 0,
    index: isUp && history === byStatements,
  });
  if (isUp) expect(await queryRows(database.url, 'SELECT id FROM users')).toEqual([{ id: 1 }]);
  const { statuses } = await readHistoryState(database, history);
  expect(statuses.map(({ kind }) => kind)).toEqual([isUp ? 'applied' : 'pending']);
}

/** Each ran once, in its order, and is recorded. */
async function expectTogether({ database, history, direction }: World): Promise<void> {
  const logged = (way: string) => history.migrations.map((_, index) => `${way} ${index}`);
  const log = await queryRows(database.url, 'SELECT what FROM log ORDER BY ctid');
  const isUp = direction === 'up';
  expect(log.map(({ what }) => what)).toEqual([...logged('up'), ...(isUp ? [] : logged('down').reverse())]);
  const recorded = await queryRows(database.url, 'SELECT name FROM migrations ORDER BY id');
  expect(recorded.map(({ name }) => name)).toEqual(
    isUp ? history.migrations.map(({ recordedName }) => recordedName) : [],
  );
  const { statuses } = await readHistoryState(database, history);
  expect(new Set(statuses.map(({ kind }) => kind))).toEqual(new Set([isUp ? 'applied' : 'pending']));
}

async function run(
  url: string,
  { history, direction }: World,
  signal?: AbortSignal,
): Promise<readonly { migration: Migration }[]> {
  const act = direction === 'up' ? migrate : downgrade;
  const target = direction === 'up' ? 'head' : 'base';
  return act({ database: { url }, history, target, ...(signal === undefined ? {} : { signal }) });
}

async function prepare(history: typeof byStatements, direction: 'up' | 'down'): Promise<World> {
  const database = await createTestDatabase();
  const name = new URL(database.url).pathname.slice(1);
  await queryRows(database.url, `ALTER DATABASE ${name} SET synchronous_commit = on`);
  await queryRows(database.url, 'CREATE TABLE log (what text)');
  if (direction === 'down') await migrate({ database, history, target: 'head' });
  return { database, history, direction };
}

/** Crashes at one point and then runs again. @returns whether there was such a point. */
async function crashAndFinish(world: World, point: CrashPoint): Promise<boolean> {
  const proxy = await crashProxy(world.database.url, point);
  try {
    await run(proxy.url, world, proxy.signal).catch((error: unknown) => {
      if (!proxy.crashed()) throw error;
    });
  } finally {
    proxy.close();
  }
  await untilAlive(() => queryRows(world.database.url, 'SELECT'));
  await run(world.database.url, world);
  await expectFinished(world);
  return proxy.crashed();
}

/** SIGKILL of one of its processes makes the whole server start again, as after any crash. */
async function killServer(url: string): Promise<void> {
  const [worker] = await queryRows(
    url,
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name ~ '^retort (migrate|downgrade)$'`,
  );
  const before = await checkpointerOf(url);
  process.kill(Number(worker?.pid), 'SIGKILL');
  // Until it has noticed, it takes connections, and ends them then.
  while ((await untilAlive(() => checkpointerOf(url))) === before);
}

async function checkpointerOf(url: string): Promise<unknown> {
  return (await queryRows(url, `SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'`))[0]
    ?.pid;
}

async function untilAlive<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch {
      // It is starting: it refuses, or ends the connection.
      await new Promise((done) => setImmediate(done));
    }
  }
}

/** Every message takes minutes: a run takes some of them, and RETORT_TEST_CRASHES=all all. */
const isWhole = process.env.RETORT_TEST_CRASHES === 'all';

type Who = 'runner' | 'server';

/** A container cannot be killed so. Else the server takes long to start again: one moment on each way. */
function isTaken(who: Who, moment: Moment, direction: World['direction']): boolean {
  if (who === 'runner') return true;
  if (process.env.TEST_DATABASE === 'testcontainers') return false;
  return isWhole || (moment === 'before') === (direction === 'up');
}

function stepBetween(who: Who, history: World['history']): number {
  if (isWhole || (who === 'runner' && history === sentAhead)) return 1;
  return who === 'runner' ? 10 : 20;
}

describe.each([
  ['in one transaction', inTransaction, 6],
  ['in one transaction, sent ahead', sentAhead, 3],
  ['in one transaction, sent with others', sentTogether, 12],
  ['statement by statement', byStatements, 6],
] as const)('a migration that runs %s', (_how, history, messages) => {
  describe.each(['up', 'down'] as const)('on its way %s', (direction) => {
    const moments = (['runner', 'server'] as const).flatMap((who) =>
      (['before', 'after'] as const).map((moment) => ({ who, moment })),
    );
    test.each(moments.filter(({ who, moment }) => isTaken(who, moment, direction)))(
      'is finished by the next run, wherever the $who is killed $moment a message',
      async ({ who, moment }) => {
        // Others in each test.
        const offset = 2 * Number(direction === 'down') + 5 * Number(moment === 'after');
        const step = stepBetween(who, history);
        let message = step === 1 ? 0 : offset % messages;
        for (; ; message += step) {
          const world = await prepare(history, direction);
          const { url } = world.database;
          const crash = who === 'runner' ? () => Promise.resolve() : () => killServer(url);
          const happened = await crashAndFinish(world, { message, moment, crash });
          await world.database.drop();
          if (!happened) break;
        }
        expect(message).toBeGreaterThanOrEqual(messages);
      },
      isWhole ? 1_800_000 : undefined,
    );
  });
});
