import { hostname } from 'node:os';
import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { makeHistory } from '../../../test/make-history';
import { queryRows } from '../../../test/query-rows';
import { parseDatabaseUrl } from '../../connect/parse-database-url';
import { migrate } from '../run-pending';
import { withMigrationLock } from './with-migration-lock';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

/** Something that a migration waits for and the test lets go. */
function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((done) => {
    open = done;
  });
  return { passed, open };
}

const locks = `SELECT a.pid, a.application_name AS name, l.granted FROM pg_locks l JOIN pg_stat_activity a USING (pid)
  WHERE l.locktype = 'advisory' AND a.datname = current_database() AND a.application_name LIKE 'retort migration lock, %'`;

describe('withMigrationLock', () => {
  it('lets each migration run once, however many runners start at once', async () => {
    const history = makeHistory(
      ...Array.from({ length: 10 }, (_, index) => ({ slug: `t${index}`, up: `CREATE TABLE t${index} ()` })),
    );
    const runs = await Promise.all([1, 2, 3].map(() => migrate({ database, history, target: 'head' })));
    expect(runs.flat().map(({ migration }) => migration.slug)).toEqual(
      history.migrations.map(({ slug }) => slug),
    );
    expect(await queryRows(database.url, 'SELECT name FROM migrations')).toHaveLength(10);
  });

  it('is free as soon as a run is done, however long the server takes to end its connection', async () => {
    const history = makeHistory({ slug: 'first', up: 'CREATE TABLE first ()' });
    const observer = new Client({ connectionString: database.url });
    await observer.connect();
    // Of this database: others test locks on the same server.
    const here = 'database = (SELECT oid FROM pg_database WHERE datname = current_database())';
    const held = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND ${here}`;
    try {
      for (let run = 1; run <= 5; run++) {
        await migrate({ database, history, target: 'head' });
        expect((await observer.query(held)).rowCount).toBe(0);
      }
    } finally {
      await observer.end();
    }
  });

  it('makes the second runner wait, who is told for whom, and finds nothing to do', async () => {
    const { passed, open } = gate();
    const started = gate();
    const history = makeHistory({
      slug: 'slow',
      up: async () => {
        started.open();
        await passed;
      },
    });
    const first = migrate({ database, history, target: 'head' });
    await started.passed;
    const [holder, ...others] = await queryRows(database.url, locks);
    expect(holder).toMatchObject({
      name: `retort migration lock, ${hostname()}`.slice(0, 63),
      granted: true,
    });
    expect(others).toEqual([]);
    const told: string[] = [];
    const second = migrate({
      database,
      history,
      target: 'head',
      onWait: (whom) => {
        told.push(whom);
        open();
      },
    });
    expect(await first).toHaveLength(1);
    expect(await second).toEqual([]);
    expect(told).toEqual([
      expect.stringMatching(
        new RegExp(
          `^retort migration lock, .*, process ${holder?.pid} of the server, from \\S+, since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\S+$`,
        ),
      ),
    ]);
    expect(await queryRows(database.url, locks)).toEqual([]);
  });

  it('lets CREATE INDEX CONCURRENTLY finish while another waits', async () => {
    const waiting = gate();
    const started = gate();
    const history = makeHistory(
      { slug: 'add_users', up: 'CREATE TABLE users (id text)' },
      {
        slug: 'index_users',
        transaction: false,
        up: async (queryRunner) => {
          started.open();
          await waiting.passed;
          await queryRunner.query('CREATE INDEX CONCURRENTLY ix_users ON users (id)');
        },
      },
    );
    const first = migrate({ database, history, target: 'head' });
    await started.passed;
    const second = migrate({ database, history, target: 'head', onWait: waiting.open });
    expect(await first).toHaveLength(2);
    expect(await second).toEqual([]);
  });

  it('gives up in time, and names the holder', async () => {
    const { passed, open } = gate();
    const started = gate();
    const history = makeHistory({
      slug: 'slow',
      up: async () => {
        started.open();
        await passed;
      },
    });
    const first = migrate({ database, history, target: 'head' });
    await started.passed;
    try {
      await expect(migrate({ database, history, target: 'head', lockTimeoutMs: 100 })).rejects.toMatchObject({
        message: expect.stringMatching(
          /^Another runner has been migrating this database for more than 0\.1 s: retort migration lock, \S+, process \d+ of the server, from \S+, since \S+ \S+ \S+\.$/,
        ),
        at: parseDatabaseUrl(database.url).shown,
        next: 'Wait until it is done and run the command again. See what has been applied: retort status',
        kind: 'locked',
      });
    } finally {
      open();
      await first;
    }
  });

  it('can be interrupted while it waits', async () => {
    const { passed, open } = gate();
    const started = gate();
    const history = makeHistory({
      slug: 'slow',
      up: async () => {
        started.open();
        await passed;
      },
    });
    const first = migrate({ database, history, target: 'head' });
    await started.passed;
    const abort = new AbortController();
    await expect(
      migrate({ database, history, target: 'head', signal: abort.signal, onWait: () => abort.abort() }),
    ).rejects.toMatchObject({
      message: 'Interrupted before any migration was run.',
      at: parseDatabaseUrl(database.url).shown,
      next: 'Run the command again.',
      kind: 'interrupted',
    });
    open();
    expect(await first).toHaveLength(1);
  });

  it('does not wait for the runner of another history', async () => {
    const other = makeHistory({ slug: 'other' });
    const history = makeHistory({
      slug: 'slow',
      up: async () => {
        const table = { url: database.url, migrationsTable: 'other_migrations' };
        await migrate({ database: table, history: other, target: 'head', lockTimeoutMs: 0 });
        await expect(
          migrate({
            database: { url: database.url, schema: 'public' },
            history: other,
            target: 'head',
            lockTimeoutMs: 0,
          }),
        ).rejects.toMatchObject({ kind: 'locked' });
      },
    });
    expect(await migrate({ database, history, target: 'head' })).toHaveLength(1);
  });

  it('is freed by the end of its connection, and what comes next is not run', async () => {
    const history = makeHistory(
      {
        slug: 'add_users',
        up: async (queryRunner) => {
          await queryRunner.query('CREATE TABLE users ()');
          const [{ pid } = { pid: 0 }] = await queryRows(database.url, locks);
          await queryRows(database.url, 'SELECT pg_terminate_backend($1, 5000)', [pid]);
        },
      },
      { slug: 'add_widgets', up: 'CREATE TABLE widgets ()' },
    );
    await expect(migrate({ database, history, target: 'head' })).rejects.toMatchObject({
      message:
        'The connection that holds the migration lock was lost, so 1700000000001_add_widgets was not run; what ran before it stays.',
      at: '/history/1700000000001_add_widgets.ts',
      next: 'Run the command again.',
      kind: 'failed',
    });
    expect(await queryRows(database.url, 'SELECT name FROM migrations')).toHaveLength(1);
    expect(await migrate({ database, history, target: 'head' })).toHaveLength(1);
  });

  it('outlives an idle_session_timeout', async () => {
    await queryRows(
      database.url,
      `ALTER DATABASE "${parseDatabaseUrl(database.url).database}" SET idle_session_timeout = '1s'`,
    );
    const history = makeHistory({ slug: 'long', up: 'SELECT pg_sleep(1.5)' }, { slug: 'next' });
    expect(await migrate({ database, history, target: 'head' })).toHaveLength(2);
  });

  it('ends what it has to end, however long that takes, whatever the statement_timeout of the role', async () => {
    const { database: name } = parseDatabaseUrl(database.url);
    await queryRows(database.url, `ALTER DATABASE "${name}" SET statement_timeout = '500ms'`);
    const slept = await withMigrationLock(database, {}, ({ query }) =>
      query('SELECT 1 AS one, pg_sleep(0.8)'),
    );
    expect(slept).toEqual([expect.objectContaining({ one: 1 })]);
  });
});
