import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { recordedIn, tablesIn } from '../../test/found-in';
import { makeHistory } from '../../test/make-history';
import { queryRows } from '../../test/query-rows';
import { threeTables as history } from '../../test/three-tables';
import { notWritten } from '../write/render-migration';
import { downgrade, migrate } from './run-pending';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const recorded = () => recordedIn(database.url);
const tables = () => tablesIn(database.url);

describe('migrate and downgrade', () => {
  it('runs what is pending in order, records it, and has nothing to do then', async () => {
    const seen: string[] = [];
    const options = { database, history, target: 'head' };
    const done = await migrate({
      ...options,
      onEvent: (event) => {
        if (event.kind === 'done') seen.push(`${event.direction} ${event.migration.slug}`);
      },
    });
    expect(seen).toEqual(['up add_users', 'up add_widgets', 'up add_tags']);
    expect(done.map(({ migration }) => migration.slug)).toEqual(['add_users', 'add_widgets', 'add_tags']);
    expect(done.every(({ durationMs }) => durationMs > 0)).toBe(true);
    expect(await tables()).toEqual(['tags', 'users', 'widgets']);
    expect(await recorded()).toEqual([
      [1700000000000, 'AddUsers1700000000000'],
      [1700000000001, 'AddWidgets1700000000001'],
      [1700000000002, 'AddTags1700000000002'],
    ]);
    expect(await migrate(options)).toEqual([]);
  });

  it('goes to targets, up and down', async () => {
    const run = async (act: typeof migrate, target: string) =>
      (await act({ database, history, target })).map(
        ({ migration, direction }) => `${direction} ${migration.slug}`,
      );
    expect(await run(migrate, '+1')).toEqual(['up add_users']);
    expect(await run(migrate, 'add_widgets')).toEqual(['up add_widgets']);
    expect(await tables()).toEqual(['users', 'widgets']);
    expect(await run(downgrade, '-1')).toEqual(['down add_widgets']);
    expect(await tables()).toEqual(['users']);
    expect(await run(migrate, 'head')).toEqual(['up add_widgets', 'up add_tags']);
    expect(await run(downgrade, 'add_users')).toEqual(['down add_tags', 'down add_widgets']);
    expect(await recorded()).toEqual([[1700000000000, 'AddUsers1700000000000']]);
    expect(await run(downgrade, 'base')).toEqual(['down add_users']);
    expect(await tables()).toEqual([]);
    expect(await recorded()).toEqual([]);
  });

  it('makes nothing for a target that there is not', async () => {
    await expect(migrate({ database, history, target: 'nowhere' })).rejects.toMatchObject({
      kind: 'settings',
    });
    expect(await queryRows(database.url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });

  it('runs a migration that was merged late after the newer ones, and undoes it first', async () => {
    const [users, widgets, tags] = history.migrations;
    if (users === undefined || widgets === undefined || tags === undefined) throw new Error('no migrations');
    await migrate({ database, history: { ...history, migrations: [users, tags] }, target: 'head' });
    const late = await migrate({ database, history, target: 'head' });
    expect(late.map(({ migration }) => migration.slug)).toEqual(['add_widgets']);
    const undone = await downgrade({ database, history, target: '-1' });
    expect(undone.map(({ migration }) => migration.slug)).toEqual(['add_widgets']);
  });

  it('leaves nothing of an up that fails half-way, and what ran before it', async () => {
    const [users] = history.migrations;
    const failing = makeHistory(
      { slug: 'add_users', up: 'CREATE TABLE users ()' },
      {
        slug: 'fill_widgets',
        up: async (queryRunner) => {
          await queryRunner.query('CREATE TABLE widgets (name text UNIQUE)');
          await queryRunner.query(`INSERT INTO widgets\n  VALUES ('a'),\n  ('a')`);
        },
      },
      { slug: 'never', up: 'CREATE TABLE never ()' },
    );
    await expect(migrate({ database, history: failing, target: 'head' })).rejects.toMatchObject({
      message:
        'The up of 1700000000001_fill_widgets failed: duplicate key value violates unique constraint "widgets_name_key" (Key (name)=(a) already exists). Nothing of it stays: its transaction was rolled back.',
      at: "/history/1700000000001_fill_widgets.ts\nINSERT INTO widgets\n  VALUES ('a'),\n  ('a')",
      next: 'Correct its up in that file, then: make db-migrate',
      kind: 'failed',
    });
    expect(await tables()).toEqual(['users']);
    expect(await recorded()).toEqual([[1700000000000, users?.recordedName]]);
  });

  it('points at the place in the statement, and shows no password of it', async () => {
    const up = `CREATE ROLE ada\n  PASSWORD 'secret' NONSENSE`;
    const error = await migrate({
      database,
      history: makeHistory({ slug: 'add_role', up }),
      target: 'head',
    }).catch((caught: Error) => caught);
    expect(error).toMatchObject({
      message:
        'The up of 1700000000000_add_role failed: unrecognized role option "nonsense". Nothing of it stays: its transaction was rolled back.',
      at: "/history/1700000000000_add_role.ts\nCREATE ROLE ada\n  PASSWORD '******' NONSENSE\n                    ^",
    });
  });

  it('leaves nothing of what only its COMMIT finds wrong', async () => {
    const deferred = makeHistory({
      slug: 'add_pairs',
      up: async (queryRunner) => {
        await queryRunner.query(
          'CREATE TABLE pairs (id int PRIMARY KEY, other int REFERENCES pairs DEFERRABLE INITIALLY DEFERRED)',
        );
        await queryRunner.query('INSERT INTO pairs VALUES (1, 2)');
      },
    });
    await expect(migrate({ database, history: deferred, target: 'head' })).rejects.toMatchObject({
      message:
        'The up of 1700000000000_add_pairs failed: insert or update on table "pairs" violates foreign key constraint "pairs_other_fkey" (Key (other)=(2) is not present in table "pairs"). Nothing of it stays: its transaction was rolled back.',
      at: '/history/1700000000000_add_pairs.ts\nCOMMIT',
    });
    expect(await tables()).toEqual([]);
    expect(await recorded()).toEqual([]);
  });

  it('leaves nothing of a down that fails', async () => {
    const failing = makeHistory({
      slug: 'add_users',
      up: 'CREATE TABLE users ()',
      down: async (queryRunner) => {
        await queryRunner.query('DROP TABLE users');
        await queryRunner.query('DROP TABLE no_such_table');
      },
    });
    await migrate({ database, history: failing, target: 'head' });
    await expect(downgrade({ database, history: failing, target: 'base' })).rejects.toMatchObject({
      message:
        'The down of 1700000000000_add_users failed: table "no_such_table" does not exist. Nothing of it stays: its transaction was rolled back.',
      at: '/history/1700000000000_add_users.ts\nDROP TABLE no_such_table',
      next: 'Correct its down in that file, then: make db-downgrade',
    });
    expect(await tables()).toEqual(['users']);
    expect(await recorded()).toHaveLength(1);
  });

  it('asks for the up and the down of a hand-written migration that are not written', async () => {
    const manual = makeHistory({
      slug: 'rename_name',
      up: () => Promise.reject(new Error(notWritten('up'))),
      down: () => Promise.reject(new Error(notWritten('down'))),
    });
    await expect(migrate({ database, history: manual, target: 'head' })).rejects.toMatchObject({
      message: 'The up of 1700000000000_rename_name is not written yet.',
      at: '/history/1700000000000_rename_name.ts',
      next: 'Write its up in that file, then: make db-migrate',
      kind: 'failed',
    });
    expect(await recorded()).toEqual([]);
    await migrate({
      database,
      history: makeHistory({ slug: 'rename_name', up: () => Promise.resolve() }),
      target: 'head',
    });
    await expect(downgrade({ database, history: manual, target: '-1' })).rejects.toMatchObject({
      message: 'The down of 1700000000000_rename_name is not written yet.',
      next: 'Write its down in that file, then: make db-downgrade',
    });
    expect(await recorded()).toHaveLength(1);
  });

  it.each([
    ['53100', 'See to that on the server, then: make db-migrate'],
    ['40001', 'Run it again: make db-migrate'],
    ['57P01', 'Run it again: make db-migrate'],
    ['P0001', 'Correct its up in that file, then: make db-migrate'],
  ])('says what to do after %s', async (code, next) => {
    const up = `DO 'BEGIN RAISE EXCEPTION USING ERRCODE = ''${code}'', MESSAGE = ''no''; END'`;
    await expect(
      migrate({ database, history: makeHistory({ slug: 'fails', up }), target: 'head', lockRetries: 0 }),
    ).rejects.toMatchObject({
      message:
        'The up of 1700000000000_fails failed: no. Nothing of it stays: its transaction was rolled back.',
      next,
    });
  });

  it('shows what a migration throws that is not of Postgres', async () => {
    const throwing = makeHistory({
      slug: 'add_users',
      up: () => Promise.reject(new TypeError('x is undefined.')),
    });
    await expect(migrate({ database, history: throwing, target: 'head' })).rejects.toMatchObject({
      message:
        'The up of 1700000000000_add_users failed: x is undefined. Nothing of it stays: its transaction was rolled back.',
      at: '/history/1700000000000_add_users.ts',
    });
  });

  it.each(['migrate', 'downgrade'] as const)(
    'refuses to %s where the file of what ran is gone',
    async (command) => {
      await migrate({ database, history, target: 'head' });
      const without = { ...history, migrations: history.migrations.slice(0, 1) };
      const act =
        command === 'migrate'
          ? migrate({ database, history: without, target: 'head' })
          : downgrade({ database, history: without, target: '-1' });
      await expect(act).rejects.toMatchObject({
        message:
          'The migration AddWidgets1700000000001 ran on this database, but its file is gone (and 1 more).',
        at: '/history',
        next: "Go to the branch or the commit that has it (git log --all --oneline -- '*1700000000001*'); or undo what ran: retort downgrade --from-journal --to 1700000000000_add_users",
        kind: 'conflict',
      });
      expect(await tables()).toEqual(['tags', 'users', 'widgets']);
    },
  );

  it('resets what a migration SETs for its session, so that each does the same alone and after others', async () => {
    const setting = makeHistory(
      { slug: 'dump', up: `SELECT pg_catalog.set_config('search_path', '', false)` },
      { slug: 'add_users', up: 'CREATE TABLE users ()' },
    );
    await migrate({ database, history: setting, target: 'head' });
    expect(await tables()).toEqual(['users']);
    expect(await recorded()).toHaveLength(2);
  });
});

it('runs nothing of a migration whose record cannot be made ready', async () => {
  const running = migrate({
    database,
    history,
    target: 'head',
    hooks: {
      before: async () => {
        await queryRows(database.url, 'ALTER TABLE retort_journal DROP COLUMN steps');
      },
    },
  });
  await expect(running).rejects.toMatchObject({ message: expect.stringContaining('column "steps"') });
  expect(await tables()).toEqual([]);
});
