import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { loseCommit } from '../../../test/lose-commit';
import { type MigrationSketch, makeHistory } from '../../../test/make-history';
import { queryRows, untilFound } from '../../../test/query-rows';
import { downgrade, migrate, type RunOptions } from '../run-pending';
import type { RunEvent } from '../watch/run-events';

// So many that they are sent together: the first by itself, then ever more.
const count = 40;

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

function tables(others: Readonly<Record<number, Partial<MigrationSketch>>> = {}) {
  return makeHistory(
    ...Array.from({ length: count }, (_, index) => ({
      slug: `add_${index}`,
      up: `CREATE TABLE table_${index} ()`,
      down: `DROP TABLE table_${index}`,
      ...others[index],
    })),
  );
}

/** Runs it and tells what it said, and how it ended. */
async function run(
  history: ReturnType<typeof tables>,
  options: Partial<RunOptions> = {},
): Promise<{ readonly events: readonly RunEvent[]; readonly error: unknown }> {
  const events: RunEvent[] = [];
  const error = await migrate({
    database,
    history,
    target: 'head',
    ...options,
    onEvent: (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
  }).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return { events, error };
}

const doneOf = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.kind === 'done' ? [event.migration.slug] : []));

const recorded = async () =>
  (await queryRows(database.url, 'SELECT name FROM migrations ORDER BY id')).map(({ name }) =>
    String(name).replace(/^Add(\d+)1700000000\d{3}$/, 'add_$1'),
  );

const made = async () =>
  Number(
    (
      await queryRows(
        database.url,
        `SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname ~ '^table_\\d'`,
      )
    )[0]?.count,
  );

const slugs = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `add_${from + index}`);

describe('many migrations', () => {
  it('are applied and undone in their order, each in a transaction of its own, with its record', async () => {
    const history = tables({
      7: { up: 'CREATE TABLE table_7 (id int); INSERT INTO table_7 VALUES (1)' },
      11: {
        up: async (queryRunner) => {
          await queryRunner.query('CREATE TABLE table_11 ()');
        },
      },
      20: { up: 'CREATE TABLE table_20 (); DEALLOCATE ALL' },
      25: { up: 'CREATE TABLE table_25 ()', transaction: false },
    });
    const { events, error } = await run(history);
    expect(error).toBeUndefined();
    expect(doneOf(events)).toEqual(slugs(0, count));
    expect(await recorded()).toEqual(slugs(0, count));
    expect(await queryRows(database.url, 'SELECT FROM migrations GROUP BY xmin')).toHaveLength(count);
    const journal = await queryRows(
      database.url,
      `SELECT FROM retort_journal WHERE state = 'applied' AND finished_at >= started_at AND duration_ms >= 0
         AND duration_ms < 60000 AND started_at > now() - interval '1 hour'`,
    );
    expect(journal).toHaveLength(count);
    await downgrade({ database, history, target: 'base' });
    expect(await made()).toBe(0);
    expect(await recorded()).toEqual([]);
  });

  it('end at the one that fails: what ran before it stays, and none behind it is run', async () => {
    const { events, error } = await run(
      tables({ 30: { up: 'CREATE TABLE table_30 (); SELECT * FROM missing' } }),
    );
    expect(error).toMatchObject({
      message:
        'The up of 1700000000030_add_30 failed: relation "missing" does not exist. Nothing of it stays: its transaction was rolled back.',
    });
    expect(doneOf(events)).toEqual(slugs(0, 30));
    expect(await recorded()).toEqual(slugs(0, 30));
    expect(await made()).toBe(30);
    expect((await run(tables())).error).toBeUndefined();
    expect(await recorded()).toEqual(slugs(0, count));
  });

  it('end at the one whose COMMIT fails', async () => {
    const up =
      'CREATE TABLE table_30 (id int UNIQUE DEFERRABLE INITIALLY DEFERRED); INSERT INTO table_30 VALUES (1), (1)';
    const { error } = await run(tables({ 30: { up } }));
    expect(error).toMatchObject({
      message: expect.stringContaining('duplicate key value violates unique constraint'),
      at: expect.stringContaining('COMMIT'),
    });
    expect(await recorded()).toEqual(slugs(0, 30));
    expect(await made()).toBe(30);
  });

  it.each([0, 30])(
    'end at number %i that does not get its lock, until it gets it: it is tried again as a whole',
    async (number) => {
      await queryRows(database.url, 'CREATE TABLE held ()');
      const holder = new Client(database.url);
      await holder.connect();
      await holder.query('BEGIN; LOCK held');
      let atRetry: readonly string[] | undefined;
      const { events, error } = await run(
        tables({ [number]: { up: `CREATE TABLE table_${number} (); LOCK held` } }),
        {
          statementLockTimeoutMs: 200,
          onEvent: (event) => {
            if (event.kind !== 'retrying' || atRetry !== undefined) return;
            atRetry = [];
            void recorded().then(async (names) => {
              atRetry = names;
              await holder.query('ROLLBACK');
            });
          },
        },
      );
      await holder.end();
      expect(error).toBeUndefined();
      expect(atRetry).toEqual(slugs(0, number));
      expect(events.some(({ kind }) => kind === 'retrying')).toBe(true);
      expect(doneOf(events)).toEqual(slugs(0, count));
      expect(await recorded()).toEqual(slugs(0, count));
    },
  );

  it('tell each that is done while the next one runs, and are interrupted there', async () => {
    const abort = new AbortController();
    const told: string[] = [];
    const running = run(tables({ 30: { up: 'CREATE TABLE table_30 (); SELECT pg_sleep(60)' } }), {
      signal: abort.signal,
      onEvent: (event) => {
        if (event.kind === 'done') told.push(event.migration.slug);
      },
    });
    await untilFound(
      database.url,
      `SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`,
    );
    while (told.length < 30) await new Promise(setImmediate);
    abort.abort();
    expect((await running).error).toMatchObject({
      message: 'Interrupted. The up of 1700000000030_add_30 was rolled back; what ran before it stays.',
    });
    expect(told).toEqual(slugs(0, 30));
    expect(await recorded()).toEqual(told);
    expect(await made()).toBe(30);
  });

  it('tell of all that are done, and of no other, when they are interrupted in between', async () => {
    for (const stop of [1, 9, 23, 38]) {
      const own = await createTestDatabase();
      const abort = new AbortController();
      const { events, error } = await run(tables(), {
        database: own,
        signal: abort.signal,
        onEvent: (event) => {
          if (event.kind === 'started' && event.migration.slug === `add_${stop}`) abort.abort();
        },
      });
      const names = await queryRows(own.url, 'SELECT name FROM migrations');
      expect(doneOf(events)).toEqual(slugs(0, names.length));
      if (names.length < count) expect(error).toMatchObject({ kind: 'interrupted' });
      await own.drop();
    }
  });

  it('wait for a hook after each', async () => {
    const seen: string[] = [];
    const { error } = await run(tables(), {
      hooks: {
        afterEach: async ({ migration }) => {
          seen.push(`${migration.slug} of ${(await recorded()).length}`);
          if (seen.length === 30) throw new Error('enough');
        },
      },
    });
    expect(error).toMatchObject({ message: 'enough' });
    expect(seen).toEqual(slugs(0, 30).map((slug, index) => `${slug} of ${index + 1}`));
    expect(await made()).toBe(30);
  });

  describe('whose answers are lost', () => {
    const lastSent = async (url: string) => {
      await untilFound(url, `SELECT FROM migrations WHERE name LIKE 'Add20%'`);
      // It does nothing any more.
      await untilFound(
        url,
        `SELECT FROM pg_stat_activity WHERE application_name = 'retort migrate' AND state = 'idle' AND datname = current_database()`,
      );
    };

    it('are asked after, and the run goes on behind those that are done', async () => {
      const proxy = await loseCommit(
        database.url,
        (cutOff) => {
          void lastSent(database.url).then(cutOff);
        },
        { text: 'TABLE table_20 ' },
      );
      try {
        const { events, error } = await run(tables(), { database: proxy });
        expect(error).toBeUndefined();
        expect(doneOf(events)).toEqual(slugs(0, count));
        expect(events.filter(({ kind }) => kind === 'connectionLost')).toHaveLength(1);
      } finally {
        proxy.close();
      }
      expect(await recorded()).toEqual(slugs(0, count));
      expect(await made()).toBe(count);
    });

    it('are told as done after an interrupt, as far as they are', async () => {
      const abort = new AbortController();
      const proxy = await loseCommit(
        database.url,
        () => void lastSent(database.url).then(() => abort.abort()),
        {
          text: 'TABLE table_20 ',
        },
      );
      let doneThen: readonly string[];
      try {
        const { events, error } = await run(tables(), { database: proxy, signal: abort.signal });
        if ((await recorded()).length < count) expect(error).toMatchObject({ kind: 'interrupted' });
        doneThen = doneOf(events);
      } finally {
        proxy.close();
      }
      expect(doneThen).toEqual(await recorded());
      expect(doneThen.length).toBeGreaterThan(20);
    });
  });
});
