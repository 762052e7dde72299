import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { withConnection } from '../src/connect/connect';
import type { Database } from '../src/connect/database';
import { settleSslMode } from '../src/connect/settle-ssl-mode';
import { migrate } from '../src/run/run-pending';
import { loseCommit } from './lose-commit';
import { makeHistory } from './make-history';
import { queryRows, untilFound } from './query-rows';
import {
  type PgBouncer,
  type PgBouncerOptions,
  pgbouncerBinary,
  runsHere,
  startPgBouncer,
} from './start-pgbouncer';

/** Where it is not installed, there is nothing to test: apt-get install pgbouncer. */
const here = pgbouncerBinary !== undefined && runsHere(pgbouncerBinary) ? describe : describe.skip;

here('through PgBouncer in transaction mode', () => {
  let database: TestDatabase;
  let bouncer: PgBouncer;
  let url: string;
  beforeEach(async () => {
    database = await createTestDatabase();
    bouncer = await startPgBouncer(pgbouncerBinary ?? '', database.url);
    url = bouncer.url(database.url);
    await untilListening(url);
  });
  afterEach(async () => {
    bouncer.stop();
    await database.drop();
  });

  const many = makeHistory(
    ...Array.from({ length: 8 }, (_, index) => ({ slug: `t${index}`, up: `CREATE TABLE t${index} ()` })),
  );

  it('applies each migration once, however many runners start at once, and leaves no lock', async () => {
    const runs = await Promise.all(
      [1, 2, 3, 4].map((index) =>
        migrate({ database: { url: index === 4 ? database.url : url }, history: many, target: 'head' }),
      ),
    );
    expect(runs.flat().map(({ migration }) => migration.slug)).toEqual(
      many.migrations.map(({ slug }) => slug),
    );
    expect(
      await queryRows(
        database.url,
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      ),
    ).toEqual([]);
  });

  it('holds the lock for as long as the migration runs, against a runner that comes without the pooler too', async () => {
    const history = makeHistory({
      slug: 'slow',
      up: async (queryRunner) => {
        for (const other of [url, database.url]) {
          await expect(
            migrate({ database: { url: other }, history, target: 'head', lockTimeoutMs: 0 }),
          ).rejects.toMatchObject({ kind: 'locked' });
        }
        await queryRunner.query('CREATE TABLE users ()');
      },
    });
    expect(await migrate({ database: { url }, history, target: 'head' })).toHaveLength(1);
  });

  it('looks after a connection that was lost in a COMMIT, when the pooler has let that end', async () => {
    const history = makeHistory(
      {
        slug: 'slow_to_commit',
        up: `CREATE TABLE users (id int);
          CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(1); RETURN NULL; END';
          CREATE CONSTRAINT TRIGGER linger AFTER INSERT ON users DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION linger();
          INSERT INTO users VALUES (1)`,
      },
      { slug: 'add_widgets', up: 'CREATE TABLE widgets ()' },
    );
    const lingers =
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    const proxy = await loseCommit(url, (cutOff) => {
      void untilFound(database.url, lingers).then(cutOff);
    });
    const events: string[] = [];
    try {
      await migrate({
        database: proxy,
        history,
        target: 'head',
        onEvent: ({ kind }) => events.push(kind),
      });
    } finally {
      proxy.close();
    }
    expect(events).toEqual(['planned', 'started', 'connectionLost', 'done', 'started', 'done']);
    expect(
      await queryRows(database.url, 'SELECT name, state FROM retort_journal ORDER BY "timestamp"'),
    ).toEqual([
      { name: 'SlowToCommit1700000000000', state: 'applied' },
      { name: 'AddWidgets1700000000001', state: 'applied' },
    ]);
  });

  it('refuses a migration without a transaction, and says why', async () => {
    const history = makeHistory({ slug: 'index', transaction: false, up: 'SELECT 1' });
    await expect(migrate({ database: { url }, history, target: 'head' })).rejects.toMatchObject({
      message:
        '1700000000000_index runs without a transaction, and the connection goes through a pooler: between two statements a pooler may change the session, so that neither its timeouts nor its steps could be relied on.',
      next: 'Set POSTGRES_URL to the server itself instead of the pooler. Where the pooler keeps the session of a client until that leaves (pool_mode = session), say so: POSTGRES_POOLER=session',
      kind: 'refused',
    });
    expect(await queryRows(database.url, 'SELECT FROM migrations')).toEqual([]);
  });

  it('names the sessions that it waits for', async () => {
    await queryRows(database.url, 'CREATE TABLE users ()');
    const history = makeHistory({ slug: 'add_age', up: 'ALTER TABLE users ADD COLUMN age int' });
    const shop = new Client({ connectionString: database.url, application_name: 'the shop' });
    await shop.connect();
    try {
      await shop.query('BEGIN; SELECT FROM users');
      await expect(
        migrate({
          database: { url },
          history,
          target: 'head',
          statementLockTimeoutMs: 1000,
          lockRetries: 0,
        }),
      ).rejects.toMatchObject({
        message: expect.stringMatching(
          /^The up of 1700000000000_add_age did not get a lock within 1 s\. It was held by process \d+ \(the shop, \d\.\d s\): BEGIN; SELECT FROM users$/,
        ),
      });
    } finally {
      await shop.end();
    }
  });

  it('is interrupted by cancelling the statement', async () => {
    const abort = new AbortController();
    const history = makeHistory({ slug: 'slow', up: 'SELECT pg_sleep(300)' });
    const asleep = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`;
    const running = migrate({ database: { url }, history, target: 'head', signal: abort.signal }).catch(
      (error: unknown) => error,
    );
    await untilFound(database.url, asleep);
    abort.abort();
    expect(await running).toMatchObject({
      message: 'Interrupted. The up of 1700000000000_slow was rolled back; what ran before it stays.',
      kind: 'interrupted',
    });
    expect(await queryRows(database.url, asleep)).toEqual([]);
  });

  it('leaves no setting of its own on the sessions of others', async () => {
    await migrate({ database: { url }, history: many, target: 'head' });
    const settings = `SELECT current_setting('lock_timeout') AS lock, current_setting('idle_session_timeout') AS idle,
      current_setting('idle_in_transaction_session_timeout') AS transaction, current_setting('statement_timeout') AS statement`;
    const direct = await queryRows(database.url, settings);
    for (let session = 0; session < 10; session++) expect(await queryRows(url, settings)).toEqual(direct);
  });
});

here('through PgBouncer, migrations without a transaction', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  const history = makeHistory(
    { slug: 'add_users', up: 'CREATE TABLE users (id int)' },
    {
      slug: 'index',
      transaction: false,
      up: async (queryRunner) => {
        await queryRunner.query('SET work_mem = 77777');
        await queryRunner.query('CREATE INDEX CONCURRENTLY ix_users ON users (id)');
        await queryRunner.query(
          `CREATE TABLE seen AS SELECT current_setting('work_mem') AS work_mem, state = 'idle in transaction' AS is_lock_open
           FROM pg_stat_activity WHERE datname = current_database() AND application_name ~ '^retort migration lock'`,
        );
      },
    },
    { slug: 'add_widgets', up: 'CREATE TABLE widgets ()' },
  );

  /** Runs it through such a PgBouncer, then tells how it ended. */
  async function through(
    options: PgBouncerOptions,
    use: (url: string) => Promise<unknown>,
  ): Promise<unknown> {
    const bouncer = await startPgBouncer(pgbouncerBinary ?? '', database.url, options);
    try {
      const url = bouncer.url(database.url);
      await untilListening(url);
      return await use(url).catch((error: unknown) => error);
    } finally {
      bouncer.stop();
    }
  }

  const refused = { kind: 'refused', message: expect.stringContaining('goes through a pooler') };
  const done = [
    { migration: { slug: 'add_users' } },
    { migration: { slug: 'index' } },
    { migration: { slug: 'add_widgets' } },
  ];
  const lies = { kind: 'settings', message: expect.stringContaining('gave that session to another one') };

  it.each<[string, PgBouncerOptions, Database['pooler'], unknown]>([
    ['run where it may be asked, and keeps sessions', { mode: 'session', mayAsk: true }, undefined, done],
    ['are refused where it may not be asked', { mode: 'session' }, undefined, refused],
    ['run where the settings say that it keeps sessions', { mode: 'session' }, 'session', done],
    ['run where there is no session left to try it with', { mode: 'session', size: 3 }, 'session', done],
    ['are refused where it says that it does not', { mode: 'transaction', mayAsk: true }, undefined, refused],
    ['are refused where the settings say so', { mode: 'session', mayAsk: true }, 'transaction', refused],
    ['are refused where the settings say so, and it does not', { mode: 'transaction' }, 'session', lies],
  ])('%s', async (_how, options, pooler, outcome) => {
    const said = pooler === undefined ? {} : { pooler };
    expect(
      await through(options, (url) => migrate({ database: { url, ...said }, history, target: 'head' })),
    ).toMatchObject(outcome as object);
    if (outcome !== done) return;
    // CREATE INDEX CONCURRENTLY would wait for an open transaction that something was asked in.
    expect(await queryRows(database.url, 'SELECT * FROM seen')).toEqual([
      { work_mem: '77777kB', is_lock_open: false },
    ]);
  });

  it('are gone on with where a runner died, whose statement is ended first', async () => {
    const slow = makeHistory({
      slug: 'slow',
      transaction: false,
      up: async (queryRunner) => {
        await queryRunner.query('CREATE TABLE users (id int)');
        await queryRunner.query(
          `DO 'BEGIN IF (SELECT count(*) FROM users) = 0 THEN PERFORM pg_sleep(300); END IF; END'`,
        );
      },
    });
    const asleep = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`;
    const kinds: string[] = [];
    await through({ mode: 'session', mayAsk: true }, async (url) => {
      const proxy = await loseCommit(url, (cutOff) => void untilFound(database.url, asleep).then(cutOff), {
        text: 'pg_sleep(300)',
      });
      const abort = new AbortController();
      const dead = migrate({ database: proxy, history: slow, target: 'head', signal: abort.signal }).catch(
        () => undefined,
      );
      await untilFound(database.url, asleep);
      proxy.close();
      abort.abort();
      await dead;
      await queryRows(database.url, 'INSERT INTO users VALUES (1)');
      await migrate({
        database: { url },
        history: slow,
        target: 'head',
        onEvent: ({ kind }) => kinds.push(kind),
      });
    });
    expect(kinds).toContain('resumed');
    expect(await queryRows(database.url, asleep)).toEqual([]);
    expect(await queryRows(database.url, 'SELECT name, state FROM retort_journal')).toEqual([
      { name: 'Slow1700000000000', state: 'applied' },
    ]);
  });
});

here('through PgBouncer that wants TLS', () => {
  let database: TestDatabase;
  let bouncer: PgBouncer;
  beforeEach(async () => {
    database = await createTestDatabase();
    bouncer = await startPgBouncer(pgbouncerBinary ?? '', database.url, { tls: true });
    await untilListening(await urlOf('require'));
  });
  afterEach(async () => {
    bouncer.stop();
    await database.drop();
  });

  function urlOf(mode: string, host = 'localhost'): Promise<string> {
    const url = new URL(bouncer.url(database.url));
    url.hostname = host;
    const authority = mode.startsWith('verify') ? `&sslrootcert=${bouncer.certificate}` : '';
    return settleSslMode(`${url}?sslmode=${mode}${authority}`);
  }

  const history = makeHistory({ slug: 'slow', up: 'SELECT pg_sleep(300)', down: 'SELECT 1' });

  it('sslmode means what libpq means by it', async () => {
    const connect = async (mode: string, host?: string) =>
      withConnection(await urlOf(mode, host), () => Promise.resolve('connected')).catch(
        (error: Error) => error.message,
      );
    for (const mode of ['allow', 'prefer', 'require', 'verify-ca', 'verify-full'])
      expect([mode, await connect(mode)]).toEqual([mode, 'connected']);
    expect(await connect('disable')).toBe('Postgres did not accept a connection: SSL required.');
    expect(await connect('verify-ca', '127.0.0.1')).toBe('connected');
    expect(await connect('verify-full', '127.0.0.1')).toMatch(
      /^The certificate of 127\.0\.0\.1:\d+ is not trusted: /,
    );
  });

  it.each([
    ['statements', history],
    [
      'code',
      makeHistory({
        slug: 'slow',
        up: async (queryRunner) => void (await queryRunner.query('SELECT pg_sleep(300)')),
      }),
    ],
  ])('an interrupt cancels the statement, through TLS too (%s)', async (_how, interrupted) => {
    const abort = new AbortController();
    const asleep = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`;
    const running = migrate({
      database: { url: await urlOf('verify-full') },
      history: interrupted,
      target: 'head',
      signal: abort.signal,
    }).catch((error: unknown) => error);
    await untilFound(database.url, asleep);
    abort.abort();
    expect(await running).toMatchObject({
      message: 'Interrupted. The up of 1700000000000_slow was rolled back; what ran before it stays.',
      kind: 'interrupted',
    });
    expect(await queryRows(database.url, asleep)).toEqual([]);
  });
});

async function untilListening(url: string): Promise<void> {
  for (;;) {
    try {
      await queryRows(url, 'SELECT');
      return;
    } catch {
      // It is starting.
      await new Promise((done) => setImmediate(done));
    }
  }
}
