import { hostname } from 'node:os';
import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { makeHistory } from '../../test/make-history';
import { queryRows } from '../../test/query-rows';
import { parseDatabaseUrl } from '../connect/parse-database-url';
import { migrate } from './run-pending';

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
      ...{ database, history, target: 'head' },
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
            ...{ database: { url: database.url, schema: 'public' }, history: other, target: 'head' },
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

  describe('for a role that may not see what others do', () => {
    const role = `deployer_${Math.random().toString(36).slice(2)}`;
    let url: string;
    beforeEach(async () => {
      await queryRows(database.url, `CREATE ROLE ${role} LOGIN PASSWORD 'p'`);
      await queryRows(database.url, `GRANT ALL ON SCHEMA public TO ${role}`);
      const theirs = new URL(database.url);
      theirs.username = role;
      theirs.password = 'p';
      url = theirs.toString();
    });
    afterEach(async () => {
      await queryRows(database.url, `DROP OWNED BY ${role}`);
      await queryRows(database.url, `DROP ROLE ${role}`);
    });
    const key = (of: string) => `pg_catalog.hashtextextended('retort public.migrations${of}', 0)`;
    const history = makeHistory({ slug: 'add_age', up: 'ALTER TABLE users ADD COLUMN age int' });

    /** A session of the superuser. */
    async function withSession<T>(sql: string, use: (pid: number) => Promise<T>): Promise<T> {
      const client = new Client({ connectionString: database.url, application_name: 'the shop' });
      await client.connect();
      try {
        await client.query(sql);
        const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        return await use(rows[0]?.pid ?? 0);
      } finally {
        await client.end();
      }
    }

    it('it is taken before any table is made: whoever does not get it leaves nothing', async () => {
      await withSession(`SELECT pg_advisory_lock(${key('')})`, () =>
        expect(migrate({ database, history, target: 'head', lockTimeoutMs: 0 })).rejects.toMatchObject({
          kind: 'locked',
        }),
      );
      expect(await queryRows(database.url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
    });

    it('the holder is named without what is not shown', async () => {
      await withSession(`SELECT pg_advisory_lock(${key('')})`, (pid) =>
        expect(
          migrate({ database: { url }, history, target: 'head', lockTimeoutMs: 0 }),
        ).rejects.toMatchObject({
          message: expect.stringMatching(
            new RegExp(
              `^Another runner is migrating this database: the shop, process ${pid} of the server, from \\S+\\.$`,
            ),
          ),
        }),
      );
    });

    it('what a dead runner of another role left is told, with who can end it', async () => {
      await withSession(`SELECT pg_advisory_lock_shared(${key(' worker')})`, (pid) =>
        expect(migrate({ database: { url }, history, target: 'head' })).rejects.toMatchObject({
          message: expect.stringMatching(
            new RegExp(
              `^A runner that died left process ${pid} of the server at work, as the role postgres, and it cannot be ended: (permission denied to terminate process|must be a superuser to terminate superuser process)\\.$`,
            ),
          ),
          at: `process ${pid} of the server`,
          next: `Wait until it is done, or let postgres or a superuser end it: SELECT pg_terminate_backend(${pid}); then run the command again.`,
        }),
      );
    });

    it('who blocks is named without what is not shown', async () => {
      await queryRows(database.url, `CREATE TABLE users (); ALTER TABLE users OWNER TO ${role}`);
      await withSession('BEGIN; LOCK TABLE users', (pid) =>
        expect(
          migrate({
            ...{ database: { url }, history, target: 'head' },
            ...{ statementLockTimeoutMs: 1000, lockRetries: 0 },
          }),
        ).rejects.toMatchObject({
          message: `The up of 1700000000000_add_age did not get a lock within 1 s. It was held by process ${pid} (the shop): <insufficient privilege>`,
        }),
      );
    });
  });

  it('outlives an idle_session_timeout', async () => {
    await queryRows(
      database.url,
      `ALTER DATABASE "${parseDatabaseUrl(database.url).database}" SET idle_session_timeout = '1s'`,
    );
    const history = makeHistory({ slug: 'long', up: 'SELECT pg_sleep(1.5)' }, { slug: 'next' });
    expect(await migrate({ database, history, target: 'head' })).toHaveLength(2);
  });
});
