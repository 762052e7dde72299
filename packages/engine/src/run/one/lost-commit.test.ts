import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { loseCommit } from '../../../test/lose-commit';
import { makeHistory } from '../../../test/make-history';
import { canHaveOwnServer, startOwnServer } from '../../../test/own-server';
import { queryRows, untilFound } from '../../../test/query-rows';
import { migrate } from '../run-pending';

const history = makeHistory({ slug: 'add_users', up: 'CREATE TABLE users ()' }, { slug: 'add_widgets' });

const inCode = makeHistory({
  slug: 'add_users',
  up: async (queryRunner) => {
    await queryRunner.query('CREATE TABLE users ()');
  },
});

const bySteps = makeHistory({
  slug: 'add_users',
  transaction: false,
  up: async (queryRunner) => {
    await queryRunner.query('CREATE TABLE users ()');
  },
});

/** Behind those. */
const next = { migrations: history.migrations.slice(1) };

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const journal = async () =>
  (
    await queryRows(
      database.url,
      'SELECT slug FROM (SELECT regexp_replace(stem, $$^\\d+_$$, $$$$) || $$ $$ || state AS slug FROM retort_journal) j ORDER BY 1',
    )
  ).map(({ slug }) => slug);

describe('a COMMIT whose answer is lost', () => {
  it('counts as done after an interrupt when the record is there', async () => {
    const abort = new AbortController();
    const proxy = await loseCommit(database.url, () => {
      void untilFound(database.url, 'SELECT FROM migrations').then(() => abort.abort());
    });
    try {
      const done: string[] = [];
      await expect(
        migrate({
          database: proxy,
          history,
          target: 'head',
          signal: abort.signal,
          onEvent: (event) => {
            if (event.kind === 'done') done.push(event.migration.slug);
          },
        }),
      ).rejects.toMatchObject({
        message: 'Interrupted before the up of 1700000000001_add_widgets; what ran before it stays.',
        kind: 'interrupted',
      });
      expect(done).toEqual(['add_users']);
      expect(await queryRows(database.url, 'SELECT * FROM users')).toEqual([]);
    } finally {
      proxy.close();
    }
  });

  describe.each([
    ['is sent when the statements are done', inCode, 'COMMIT\0'],
    ['is sent together with the statements', history, 'COMMIT\0'],
    ['is the record of what ran by steps', bySteps, 'WITH typeorm'],
  ])('is looked after on another connection where it %s', (_when, cut, text) => {
    const whole = { ...cut, migrations: [...cut.migrations.slice(0, 1), ...next.migrations] };

    it('and, when it arrived, the next migration is run', async () => {
      const proxy = await loseCommit(
        database.url,
        (cutOff) => {
          void untilFound(database.url, 'SELECT FROM migrations').then(cutOff);
        },
        { text },
      );
      const events: string[] = [];
      try {
        const done = await migrate({
          database: proxy,
          history: whole,
          target: 'head',
          onEvent: ({ kind }) => events.push(kind),
          hooks: {
            before: async (migrations) => void events.push(`before ${migrations.length}`),
            after: async (migrations) => void events.push(`after ${migrations.length}`),
          },
        });
        expect(done.map(({ migration }) => migration.slug)).toEqual(['add_users', 'add_widgets']);
      } finally {
        proxy.close();
      }
      expect(events).toEqual([
        ...['planned', 'before 2', 'started', 'connectionLost', 'done', 'started', 'done', 'after 2'],
      ]);
      expect(await journal()).toEqual(['add_users applied', 'add_widgets applied']);
    });

    it('and, when it did not, is told to be run again', async () => {
      const proxy = await loseCommit(database.url, (cutOff) => cutOff(), { kept: true, text });
      try {
        await expect(migrate({ database: proxy, history: whole, target: 'head' })).rejects.toMatchObject(
          cut === bySteps
            ? {
                message:
                  'The up of 1700000000000_add_users failed: Connection terminated unexpectedly. It runs without a transaction: what ran before the failure stays, and the next run goes on there.',
              }
            : {
                message:
                  'The up of 1700000000000_add_users failed: Connection terminated unexpectedly. The connection was lost on the way, and nothing of it stays: the server rolled it back.',
                next: 'Run it again: make db-migrate',
                kind: 'failed',
              },
        );
      } finally {
        proxy.close();
      }
      expect(await queryRows(database.url, 'SELECT FROM migrations')).toEqual([]);
      expect(await journal()).toEqual(['add_users failed']);
      expect(await migrate({ database, history: whole, target: 'head' })).toHaveLength(2);
    });
  });

  it('is looked after with the lock taken anew where that was lost too, and the next migration is not run', async () => {
    const proxy = await loseCommit(database.url, (cutOff) => {
      void untilFound(database.url, 'SELECT FROM migrations').then(async () => {
        await queryRows(
          database.url,
          `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'retort migration lock%'`,
        );
        cutOff();
      });
    });
    try {
      await expect(migrate({ database: proxy, history, target: 'head' })).rejects.toMatchObject({
        message:
          'The connection that holds the migration lock was lost, so 1700000000001_add_widgets was not run; what ran before it stays.',
      });
    } finally {
      proxy.close();
    }
    expect(await journal()).toEqual(['add_users applied']);
  });
});

(canHaveOwnServer ? it : it.skip)(
  'a server that dies in the middle of a migration is waited for, and what became of it is told',
  async () => {
    const own = await startOwnServer();
    try {
      const asleep = `SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'`;
      const slow = makeHistory({ slug: 'slow', up: `CREATE TABLE users (); SELECT pg_sleep(300)` });
      const running = migrate({ database: { url: own.url }, history: slow, target: 'head' }).catch(
        (error: unknown) => error,
      );
      await untilFound(own.url, asleep);
      const [found] = await queryRows(own.url, asleep);
      process.kill(Number(found?.pid), 'SIGKILL');
      expect(await running).toMatchObject({
        message:
          'The up of 1700000000000_slow failed: Connection terminated unexpectedly. The connection was lost on the way, and nothing of it stays: the server rolled it back.',
        next: 'Run it again: make db-migrate',
      });
    } finally {
      await own.stop();
      own.remove();
    }
  },
);
