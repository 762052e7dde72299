import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import type { QueryRunner } from 'typeorm';
import { makeHistory } from '../../../test/make-history';
import { queryRows } from '../../../test/query-rows';
import { type WrittenHistory, writtenHistory } from '../../../test/written-history';
import { downgrade, migrate } from '../run-pending';
import { readHistoryState } from '../state/read-history-state';
import type { RunEvent } from '../watch/run-events';

let database: TestDatabase;
let files: WrittenHistory;
beforeEach(async () => {
  database = await createTestDatabase();
  files = writtenHistory();
});
afterEach(async () => {
  files.dispose();
  await database.drop();
});

const up = async (onEvent?: (event: RunEvent) => void) =>
  migrate({
    database,
    history: await files.read(),
    target: 'head',
    ...(onEvent === undefined ? {} : { onEvent }),
  });
const rows = (sql: string) => queryRows(database.url, sql);
const entry = async () => (await rows('SELECT * FROM retort_journal'))[0] ?? {};
const kinds = async () =>
  (await readHistoryState(database, await files.read())).statuses.map(({ kind }) => kind);

const sql = {
  table: 'CREATE TABLE users (id int)',
  fill: 'INSERT INTO users VALUES (1), (1)',
  index: 'CREATE UNIQUE INDEX CONCURRENTLY ix_users ON users (id)',
  mend: 'DELETE FROM users',
};

describe('a migration without a transaction', () => {
  it('sends a statement that failed in a transaction outside of one only where that is what it lacks', async () => {
    await rows('CREATE SEQUENCE tries');
    // The second try would not divide by zero.
    files.write(0, 'count', { transaction: false, up: [`SELECT 1 / (nextval('tries') - 1)`] });
    await expect(up()).rejects.toMatchObject({ message: expect.stringContaining('division by zero') });
    expect(await rows('SELECT last_value::int AS tries FROM tries')).toEqual([{ tries: 1 }]);
  });

  it('ends a statement that may be in no transaction where it runs too long', async () => {
    await rows(`CREATE TABLE users (id int); INSERT INTO users VALUES (1);
      CREATE FUNCTION slow(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(20); RETURN 1; END'`);
    const building = 'CREATE INDEX CONCURRENTLY ix_slow ON users (slow(id))';
    files.write(0, 'index_users', { transaction: false, up: [building] });
    const history = await files.read();
    await expect(
      migrate({ database, history, target: 'head', statementTimeoutMs: 300 }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('canceling statement due to statement timeout'),
    });
  });

  it('goes on after the statement that failed, and drops the index that it left INVALID', async () => {
    files.write(0, 'index_users', { transaction: false, up: [sql.table, sql.fill, sql.index] });
    await expect(up()).rejects.toMatchObject({
      message: expect.stringContaining(
        'The up of 1700000000000_index_users failed: could not create unique index',
      ),
    });
    expect(await rows('SELECT indisvalid FROM pg_index WHERE NOT indisvalid')).toHaveLength(1);
    expect(await entry()).toMatchObject({
      state: 'failed',
      steps: [{ sql: sql.table }, { sql: sql.fill }],
      in_flight: { sql: sql.index },
    });
    expect(await kinds()).toEqual(['halfDone']);
    await expect(downgrade({ database, history: await files.read(), target: 'base' })).rejects.toMatchObject({
      message: 'The up of 1700000000000_index_users is half done: 2 of its statements ran.',
      next: 'Finish it: make db-migrate',
      kind: 'conflict',
    });

    files.write(0, 'index_users', { transaction: false, up: [sql.table, sql.fill, sql.mend, sql.index] });
    const events: RunEvent[] = [];
    await up((event) => events.push(event));
    expect(events).toContainEqual(expect.objectContaining({ kind: 'resumed', stepsDone: 2 }));
    expect(events).toContainEqual({ kind: 'droppedInvalidIndex', index: '"public"."ix_users"' });
    expect(
      await rows("SELECT FROM pg_index WHERE indexrelid = 'ix_users'::regclass AND indisvalid"),
    ).toHaveLength(1);
    expect(await entry()).toMatchObject({
      state: 'applied',
      up: [sql.table, sql.fill, sql.mend, sql.index].map((text) => ({ sql: text })),
      steps: [],
      in_flight: null,
    });
  });

  it('drops only what its own statement left, whatever else is INVALID', async () => {
    await rows('CREATE TABLE others (id int); INSERT INTO others VALUES (1), (1)');
    files.write(0, 'index_users', { transaction: false, up: [sql.table, sql.fill, sql.index] });
    await expect(up()).rejects.toMatchObject({ kind: 'failed' });
    await expect(rows('CREATE UNIQUE INDEX CONCURRENTLY ix_others ON others (id)')).rejects.toThrow();
    await rows('DELETE FROM users');
    await up();
    expect(
      await rows('SELECT indexrelid::regclass::text AS name FROM pg_index WHERE NOT indisvalid'),
    ).toEqual([{ name: 'ix_others' }]);
  });

  it('is not resumed where its file says other statements than those that ran', async () => {
    files.write(0, 'index_users', { transaction: false, up: [sql.table, 'SELECT 1/0'] });
    await expect(up()).rejects.toMatchObject({ kind: 'failed' });
    files.write(0, 'index_users', { transaction: false, up: ['CREATE TABLE users ()'] });
    await expect(up()).rejects.toMatchObject({
      message: expect.stringContaining(
        'Statement 1 of 1700000000000_index_users ran in an earlier run that did not come to its end, and its file says another one now.',
      ),
    });
  });

  it('is not resumed where it needs what an earlier run was told', async () => {
    files.write(0, 'fill', {
      transaction: false,
      up: `const [row] = await queryRunner.query('SELECT 1 AS one');
        await queryRunner.query('SELECT 1/0 + ' + row.one);`,
    });
    await expect(up()).rejects.toMatchObject({ message: expect.stringContaining('division by zero') });
    await expect(up()).rejects.toMatchObject({
      message: expect.stringContaining(
        '1700000000000_fill cannot be resumed: it uses what its statement 1 returned, and that ran in an earlier run.',
      ),
    });
  });

  it('keeps a transaction that it began itself whole', async () => {
    const inItsOwn = async (queryRunner: QueryRunner) => {
      await queryRunner.startTransaction();
      await queryRunner.query('CREATE TABLE users ()');
      await queryRunner.query('CREATE TABLE widgets ()');
      await queryRunner.commitTransaction();
      await queryRunner.query('SELECT 1/0');
    };
    const history = makeHistory({ slug: 'own', transaction: false, up: inItsOwn });
    await expect(migrate({ database, history, target: 'head' })).rejects.toMatchObject({ kind: 'failed' });
    expect((await entry()).steps).toEqual([
      { sql: 'START TRANSACTION' },
      { sql: 'CREATE TABLE users ()' },
      { sql: 'CREATE TABLE widgets ()' },
      { sql: 'COMMIT' },
    ]);
    await expect(migrate({ database, history, target: 'head' })).rejects.toMatchObject({
      message: expect.stringContaining('division by zero'),
    });
  });

  it('is undone statement by statement too', async () => {
    const down = ['DROP INDEX CONCURRENTLY ix_users', 'SELECT 1/0', 'DROP TABLE users'];
    files.write(0, 'index_users', { transaction: false, up: [sql.table, sql.index], down });
    await up();
    const undo = async () => downgrade({ database, history: await files.read(), target: 'base' });
    await expect(undo()).rejects.toMatchObject({ message: expect.stringContaining('division by zero') });
    expect(await kinds()).toEqual(['halfDone']);
    await expect(up()).rejects.toMatchObject({
      message: 'The down of 1700000000000_index_users is half done: 1 of its statements ran.',
      next: 'Finish it: make db-downgrade',
      kind: 'conflict',
    });
    files.write(0, 'index_users', {
      transaction: false,
      up: [sql.table, sql.index],
      down: ['DROP INDEX CONCURRENTLY ix_users', 'DROP TABLE users'],
    });
    expect(await undo()).toHaveLength(1);
    expect(await rows('SELECT FROM migrations')).toEqual([]);
    expect(await entry()).toMatchObject({ state: 'undone', steps: [] });
    expect(await kinds()).toEqual(['pending']);
  });
});

describe('a statement that waits for a lock', () => {
  const history = makeHistory(
    { slug: 'add_users', up: 'CREATE TABLE users ()' },
    {
      slug: 'change_users',
      up: async (queryRunner) => {
        await queryRunner.query('CREATE TABLE first ()');
        await queryRunner.query('ALTER TABLE users ADD COLUMN name text');
      },
    },
  );
  const patience = { statementLockTimeoutMs: 700, lockRetries: 2 };

  /** Holds a lock on `users` as an application does, while `use` runs. */
  async function withApplication<T>(use: (end: () => Promise<void>) => Promise<T>): Promise<T> {
    const { Client } = await import('pg');
    const application = new Client({ connectionString: database.url, application_name: 'the shop' });
    await application.connect();
    try {
      await application.query('BEGIN');
      await application.query('SELECT * FROM users');
      return await use(async () => {
        await application.query('COMMIT');
      });
    } finally {
      await application.end();
    }
  }

  it('gives up in time, is tried again as a whole, and says who held it', async () => {
    await migrate({ database, history, target: '+1' });
    await withApplication(async (end) => {
      const events: RunEvent[] = [];
      const onEvent = (event: RunEvent) => events.push(event);
      await expect(
        migrate({ database, history, target: 'head', onEvent, ...patience }),
      ).rejects.toMatchObject({
        message: expect.stringMatching(
          /^The up of 1700000000001_change_users did not get a lock within 0\.7 s, 3 times\. It was held by process \d+ \(the shop, \d+\.\d s\): SELECT \* FROM users$/,
        ),
        at: expect.stringContaining('ALTER TABLE users ADD COLUMN name text'),
        next: expect.stringMatching(
          /^Let that session end, or end it: SELECT pg_terminate_backend\(\d+\); then: make db-migrate$/,
        ),
        kind: 'locked',
      });
      expect(events.filter(({ kind }) => kind === 'retrying')).toMatchObject([
        { attempt: 1, retries: 2, blockers: [{ application: 'the shop', query: 'SELECT * FROM users' }] },
        { attempt: 2, retries: 2 },
      ]);
      expect(await rows(`SELECT to_regclass('first') AS first`)).toEqual([{ first: null }]);
      const done = await migrate({
        database,
        history,
        target: 'head',
        statementLockTimeoutMs: 100,
        onEvent: (event) => {
          if (event.kind === 'retrying') void end();
        },
      });
      expect(done).toHaveLength(1);
    });
  });

  it('is not left at the head of the queue: the application reads on meanwhile', async () => {
    await migrate({ database, history, target: '+1' });
    await withApplication(async (end) => {
      const migrating = migrate({ database, history, target: 'head', statementLockTimeoutMs: 200 });
      await untilRetried();
      await rows('SELECT * FROM users');
      await end();
      expect(await migrating).toHaveLength(1);
    });
  });

  async function untilRetried(): Promise<void> {
    while (
      (await rows(`SELECT FROM pg_locks WHERE relation = 'users'::regclass AND NOT granted`)).length === 0
    );
  }

  it('ends a statement that runs too long', async () => {
    const slow = makeHistory({ slug: 'slow', up: 'SELECT pg_sleep(30)' });
    await expect(
      migrate({ database, history: slow, target: 'head', statementTimeoutMs: 100 }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('canceling statement due to statement timeout'),
    });
  });
});
