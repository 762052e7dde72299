import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { recordedIn, tablesIn } from '../../../test/found-in';
import { makeHistory } from '../../../test/make-history';
import { queryRows } from '../../../test/query-rows';
import { threeTables as history } from '../../../test/three-tables';
import { downgrade, migrate } from '../run-pending';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const recorded = () => recordedIn(database.url);
const tables = () => tablesIn(database.url);

describe('transactions', () => {
  const concurrently = {
    slug: 'index_users',
    up: 'CREATE INDEX CONCURRENTLY ix_users ON users (id)',
    down: 'DROP INDEX CONCURRENTLY ix_users',
    transaction: false,
  };

  it('runs a migration that says transaction = false without one, up and down', async () => {
    const mixed = makeHistory({ slug: 'add_users', up: 'CREATE TABLE users (id text)' }, concurrently);
    await migrate({ database, history: mixed, target: 'head' });
    expect(await queryRows(database.url, `SELECT FROM pg_indexes WHERE indexname = 'ix_users'`)).toHaveLength(
      1,
    );
    await downgrade({ database, history: mixed, target: '-1' });
    expect(await queryRows(database.url, `SELECT FROM pg_indexes WHERE indexname = 'ix_users'`)).toEqual([]);
    expect(await recorded()).toHaveLength(1);
  });

  it('says that a part stays when one without a transaction fails', async () => {
    const failing = makeHistory({
      slug: 'fill',
      transaction: false,
      up: async (queryRunner) => {
        await queryRunner.query('CREATE TABLE users ()');
        await queryRunner.query('SELECT 1/0');
      },
    });
    await expect(migrate({ database, history: failing, target: 'head' })).rejects.toMatchObject({
      message:
        'The up of 1700000000000_fill failed: division by zero. It runs without a transaction: what ran before the failure stays, and the next run goes on there.',
      at: '/history/1700000000000_fill.ts\nSELECT 1/0',
    });
    expect(await tables()).toEqual(['users']);
    expect(await recorded()).toEqual([]);
  });

  it.each([
    [
      'CREATE INDEX CONCURRENTLY ix ON users (id)',
      'CREATE INDEX CONCURRENTLY cannot run inside a transaction block',
    ],
    [`DO 'BEGIN COMMIT; END'`, 'invalid transaction termination'],
  ])('says what %s needs', async (up, because) => {
    await queryRows(database.url, 'CREATE TABLE users (id int)');
    const needing = makeHistory({ slug: 'outside', up });
    await expect(migrate({ database, history: needing, target: 'head' })).rejects.toMatchObject({
      message: `The up of 1700000000000_outside failed: ${because}. Nothing of it stays: its transaction was rolled back.`,
      next: 'Let that migration say transaction = false, and hold nothing else, then: make db-migrate',
    });
  });

  it.each([
    ['by TypeORM', (queryRunner: { commitTransaction(): Promise<void> }) => queryRunner.commitTransaction()],
    ['in SQL', (queryRunner: { query(sql: string): Promise<unknown> }) => queryRunner.query('COMMIT')],
  ])('refuses a migration that ends its transaction itself, %s', async (_name, commit) => {
    const committing = makeHistory({
      slug: 'add_users',
      up: async (queryRunner) => {
        await queryRunner.query('CREATE TABLE users ()');
        await commit(queryRunner);
      },
    });
    await expect(migrate({ database, history: committing, target: 'head' })).rejects.toMatchObject({
      message:
        'The up of 1700000000000_add_users failed: it ended the transaction that it ran in, with a COMMIT or a ROLLBACK of its own. What it committed itself stays, and it is not recorded: take its COMMIT out, or let it say transaction = false.',
    });
    expect(await tables()).toEqual(['users']);
    expect(await recorded()).toEqual([]);
  });

  it.each(['COMMIT', 'END', '/* as psql would */ COMMIT WORK'])(
    'says what stays of a migration that ended its transaction by %s, began another and failed as that was committed',
    async (end) => {
      const committing = makeHistory({
        slug: 'add_users',
        up: async (queryRunner) => {
          await queryRunner.query('CREATE TABLE users (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)');
          await queryRunner.query(end);
          await queryRunner.query('BEGIN');
          await queryRunner.query('INSERT INTO users VALUES (1), (1)');
        },
      });
      await expect(migrate({ database, history: committing, target: 'head' })).rejects.toMatchObject({
        message: expect.stringMatching(
          /^The up of 1700000000000_add_users failed: duplicate key .* What it committed itself stays, and it is not recorded: /,
        ),
      });
      expect(await tables()).toEqual(['users']);
      expect(await recorded()).toEqual([]);
    },
  );

  it('takes no text and no body of a function for the end of a transaction', async () => {
    const failing = makeHistory({
      slug: 'add_users',
      up: async (queryRunner) => {
        await queryRunner.query(`SELECT 'a; commit; b'`);
        await queryRunner.query('CREATE FUNCTION one() RETURNS int BEGIN ATOMIC SELECT 1; END');
        await queryRunner.query('SELECT 1 / 0');
      },
    });
    await expect(migrate({ database, history: failing, target: 'head' })).rejects.toMatchObject({
      message:
        'The up of 1700000000000_add_users failed: division by zero. Nothing of it stays: its transaction was rolled back.',
    });
  });

  it('says what stays of a migration that ended its transaction, began another and failed', async () => {
    const committing = makeHistory({
      slug: 'add_users',
      up: async (queryRunner) => {
        await queryRunner.query('CREATE TABLE users ()');
        await queryRunner.commitTransaction();
        await queryRunner.startTransaction();
        await queryRunner.query('SAVEPOINT s; ROLLBACK TO s');
        // What is tried again where nothing stays.
        await queryRunner.query(
          `DO 'BEGIN RAISE EXCEPTION USING ERRCODE = ''40001'', MESSAGE = ''not now''; END'`,
        );
      },
    });
    await expect(migrate({ database, history: committing, target: 'head' })).rejects.toMatchObject({
      message:
        'The up of 1700000000000_add_users failed: not now. What it committed itself stays, and it is not recorded: take its COMMIT out, or let it say transaction = false.',
    });
    expect(await tables()).toEqual(['users']);
    const savepoint = makeHistory({
      slug: 'add_widgets',
      up: async (queryRunner) => {
        await queryRunner.query('SAVEPOINT s; ROLLBACK TO s');
        await queryRunner.query('SELECT 1/0');
      },
    });
    await expect(migrate({ database, history: savepoint, target: 'head' })).rejects.toMatchObject({
      message: expect.stringContaining('Nothing of it stays: its transaction was rolled back.'),
    });
  });

  it('runs a migration again that could not be serialized, in its statements or in its COMMIT', async () => {
    await queryRows(
      database.url,
      `CREATE SEQUENCE tries;
       CREATE FUNCTION third() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF nextval('tries') % 3 > 0 THEN RAISE 'not now' USING ERRCODE = '40001'; END IF;
         RETURN NULL;
       END $$;
       CREATE TABLE t ();
       CREATE TRIGGER at_once AFTER INSERT ON t EXECUTE FUNCTION third();
       CREATE TABLE u ();
       CREATE CONSTRAINT TRIGGER in_the_end AFTER INSERT ON u DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION third()`,
    );
    const insert = (into: string) => `INSERT INTO ${into} DEFAULT VALUES`;
    const reasons: string[] = [];
    await migrate({
      database,
      history: makeHistory(
        { slug: 'fill_t', up: insert('t') },
        { slug: 'fill_u', up: (queryRunner) => queryRunner.query(insert('u')) },
      ),
      target: 'head',
      statementLockTimeoutMs: 100,
      onEvent: (event) => {
        if (event.kind === 'retrying') reasons.push(`${event.migration.slug}: ${event.because}`);
      },
    });
    expect(reasons).toEqual([
      'fill_t: changedMeanwhile',
      'fill_t: changedMeanwhile',
      'fill_u: changedMeanwhile',
      'fill_u: changedMeanwhile',
    ]);
    expect(await queryRows(database.url, 'SELECT count(*)::int AS n FROM t, u')).toEqual([{ n: 1 }]);
  });

  it.each([
    ['by TypeORM', (queryRunner: { startTransaction(): Promise<void> }) => queryRunner.startTransaction()],
    ['in SQL', (queryRunner: { query(sql: string): Promise<unknown> }) => queryRunner.query('BEGIN')],
  ])('refuses a migration without a transaction that leaves one open, %s', async (_name, begin) => {
    const beginning = makeHistory({
      slug: 'add_users',
      transaction: false,
      up: async (queryRunner) => {
        await begin(queryRunner);
        await queryRunner.query('CREATE TABLE users ()');
      },
    });
    await expect(migrate({ database, history: beginning, target: 'head' })).rejects.toMatchObject({
      message:
        'The up of 1700000000000_add_users failed: it began a transaction of its own and did not end it. It runs without a transaction: what ran before the failure stays, and the next run goes on there.',
    });
    expect(await tables()).toEqual([]);
    expect(await recorded()).toEqual([]);
  });

  it('says that the connection was lost', async () => {
    const losing = makeHistory({
      slug: 'add_users',
      up: async (queryRunner) => {
        await queryRunner.query('CREATE TABLE users ()');
        await queryRunner.query('SELECT pg_terminate_backend(pg_backend_pid())');
      },
    });
    await expect(migrate({ database, history: losing, target: 'head' })).rejects.toMatchObject({
      message:
        'The up of 1700000000000_add_users failed: terminating connection due to administrator command. Nothing of it stays: its transaction was rolled back.',
    });
    expect(await tables()).toEqual([]);
    await migrate({ database, history, target: 'head' });
  });
});
