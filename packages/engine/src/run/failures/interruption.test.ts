import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { type MigrationSketch, makeHistory } from '../../../test/make-history';
import { queryRows, untilFound } from '../../../test/query-rows';
import { downgrade, migrate } from '../run-pending';
import type { OnEvent } from '../watch/run-events';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const asleep = `SELECT FROM pg_stat_activity
  WHERE datname = current_database() AND query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()`;

const addUsers: MigrationSketch = { slug: 'add_users', up: 'CREATE TABLE users ()' };

/** Runs it, interrupts it while the server sleeps (longer than a test may take), and returns how it ended. */
async function interruptAsleep(
  act: typeof migrate,
  history: ReturnType<typeof makeHistory>,
): Promise<unknown> {
  const abort = new AbortController();
  const target = act === downgrade ? 'base' : 'head';
  const running = act({ database, history, target, signal: abort.signal }).then(
    () => undefined,
    (error: unknown) => error,
  );
  await untilFound(database.url, `${asleep} AND state = 'active' AND wait_event = 'PgSleep'`);
  abort.abort();
  return running;
}

/** Listens to a run, and interrupts it once a migration is done. */
function abortWhenDone(abort: AbortController): OnEvent {
  return ({ kind }) => {
    if (kind === 'done') abort.abort();
  };
}

async function recorded(): Promise<number> {
  return (await queryRows(database.url, 'SELECT FROM migrations')).length;
}

describe('an interrupt', () => {
  it('ends the statement in the server and rolls its migration back; the ones before it stay', async () => {
    const history = makeHistory(addUsers, {
      slug: 'add_widgets',
      up: async (queryRunner) => {
        await queryRunner.query('CREATE TABLE widgets ()');
        await queryRunner.query('SELECT pg_sleep(600)');
      },
    });
    const error = await interruptAsleep(migrate, history);
    expect(await queryRows(database.url, asleep)).toEqual([]);
    expect(error).toMatchObject({
      message: 'Interrupted. The up of 1700000000001_add_widgets was rolled back; what ran before it stays.',
      at: '/history/1700000000001_add_widgets.ts',
      next: 'To go on: make db-migrate',
      kind: 'interrupted',
    });
    expect(
      await queryRows(
        database.url,
        `SELECT to_regclass('users') AS users, to_regclass('widgets') AS widgets`,
      ),
    ).toEqual([{ users: 'users', widgets: null }]);
    expect(await recorded()).toBe(1);
  });

  it('ends a COMMIT that waits', async () => {
    const history = makeHistory({
      slug: 'add_users',
      up: async (queryRunner) => {
        await queryRunner.query('CREATE TABLE users ()');
        await queryRunner.query(`CREATE FUNCTION nap() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN PERFORM pg_sleep(600); RETURN NULL; END' `);
        await queryRunner.query(`CREATE CONSTRAINT TRIGGER nap AFTER INSERT ON users DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION nap()`);
        await queryRunner.query('INSERT INTO users DEFAULT VALUES');
      },
    });
    const abort = new AbortController();
    const running = migrate({ database, history, target: 'head', signal: abort.signal }).catch(
      (error: unknown) => error,
    );
    const committing = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query = 'COMMIT' AND wait_event = 'PgSleep'`;
    await untilFound(database.url, committing);
    abort.abort();
    expect(await running).toMatchObject({
      message: 'Interrupted. The up of 1700000000000_add_users was rolled back; what ran before it stays.',
    });
    expect(await recorded()).toBe(0);
  });

  it('ends what a migration runs beside its query runner too', async () => {
    const history = makeHistory({
      slug: 'beside',
      up: async ({ dataSource }) => {
        await dataSource.query('SELECT pg_sleep(600)');
      },
    });
    const error = await interruptAsleep(migrate, history);
    expect(error).toMatchObject({ kind: 'interrupted' });
    expect(await queryRows(database.url, asleep)).toEqual([]);
  });

  it('says that what a migration without a transaction had done stays', async () => {
    const history = makeHistory({
      slug: 'add_users',
      transaction: false,
      up: async (queryRunner) => {
        await queryRunner.query('CREATE TABLE users ()');
        await queryRunner.query('SELECT pg_sleep(600)');
      },
    });
    const error = await interruptAsleep(migrate, history);
    expect(error).toMatchObject({
      message:
        'Interrupted. The up of 1700000000000_add_users runs without a transaction: what it had done stays, and the next run goes on there.',
    });
    expect(await queryRows(database.url, 'SELECT * FROM users')).toEqual([]);
    expect(await recorded()).toBe(0);
  });

  it('ends a downgrade', async () => {
    const history = makeHistory({
      slug: 'add_users',
      up: 'CREATE TABLE users ()',
      down: async (queryRunner) => {
        await queryRunner.query('DROP TABLE users');
        await queryRunner.query('SELECT pg_sleep(600)');
      },
    });
    await migrate({ database, history, target: 'head' });
    const error = await interruptAsleep(downgrade, history);
    expect(error).toMatchObject({
      message: 'Interrupted. The down of 1700000000000_add_users was rolled back; what ran before it stays.',
      next: 'To go on: make db-downgrade',
      kind: 'interrupted',
    });
    expect(await queryRows(database.url, 'SELECT * FROM users')).toEqual([]);
    expect(await recorded()).toBe(1);
  });

  it('between two migrations runs no other', async () => {
    const abort = new AbortController();
    const history = makeHistory(addUsers, { slug: 'add_widgets', up: 'CREATE TABLE widgets ()' });
    await expect(
      migrate({ database, history, target: 'head', signal: abort.signal, onEvent: abortWhenDone(abort) }),
    ).rejects.toMatchObject({
      message: 'Interrupted before the up of 1700000000001_add_widgets; what ran before it stays.',
      at: '/history/1700000000001_add_widgets.ts',
      next: 'To go on: make db-migrate',
      kind: 'interrupted',
    });
    expect(await recorded()).toBe(1);
  });

  it('after the last migration changes nothing', async () => {
    const abort = new AbortController();
    const options = { database, history: makeHistory(addUsers), target: 'head', signal: abort.signal };
    expect(await migrate({ ...options, onEvent: abortWhenDone(abort) })).toHaveLength(1);
    expect(await recorded()).toBe(1);
  });

  it('ends what comes before the first migration too', async () => {
    const holder = new Client(database.url);
    await holder.connect();
    // Who else makes the table has to wait for it.
    await holder.query('BEGIN; CREATE TABLE migrations ()');
    const abort = new AbortController();
    const running = migrate({
      database,
      history: makeHistory(addUsers),
      target: 'head',
      signal: abort.signal,
    }).catch((error: unknown) => error);
    await untilFound(
      database.url,
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'retort migrate' AND wait_event_type = 'Lock'`,
    );
    abort.abort();
    expect(await running).toMatchObject({
      message: 'Interrupted before any migration was run.',
      kind: 'interrupted',
    });
    await holder.end();
    expect(await queryRows(database.url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });

  it('before the start runs nothing', async () => {
    const signal = AbortSignal.abort();
    await expect(
      migrate({ database, history: makeHistory(addUsers), target: 'head', signal }),
    ).rejects.toMatchObject({ message: 'Interrupted before any migration was run.', kind: 'interrupted' });
    expect(await queryRows(database.url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });
});
