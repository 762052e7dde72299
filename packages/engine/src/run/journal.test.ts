import { execFileSync } from 'node:child_process';
import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { DataSource } from 'typeorm';
import { makeHistory } from '../../test/make-history';
import { queryRows } from '../../test/query-rows';
import { type WrittenHistory, writtenHistory } from '../../test/written-history';
import { nameOf } from './compare-history';
import { readHistoryState } from './read-history-state';
import { downgrade, migrate } from './run-pending';

let database: TestDatabase;
let files: WrittenHistory;
beforeEach(async () => {
  database = await createTestDatabase();
  files = writtenHistory();
  files.write(0, 'add_users', { up: ['CREATE TABLE users (id text)'], down: ['DROP TABLE users'] });
  files.write(1, 'add_widgets', { up: ['CREATE TABLE widgets ()'], down: ['DROP TABLE widgets'] });
});
afterEach(async () => {
  files.dispose();
  await database.drop();
});

const up = async () => migrate({ database, history: await files.read(), target: 'head' });
const down = async (target: string, fromJournal = false) =>
  downgrade({ database, history: await files.read(), target, fromJournal });
const tables = async () =>
  (
    await queryRows(
      database.url,
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'retort_journal') ORDER BY 1`,
    )
  ).map(({ tablename }) => tablename);
const journal = (name = '%') =>
  queryRows(database.url, 'SELECT * FROM retort_journal WHERE name LIKE $1 ORDER BY "timestamp"', [name]);
const statuses = async () =>
  (await readHistoryState(database, await files.read())).statuses.map(
    (status) => `${status.kind} ${nameOf(status).replace(/^\d+_/, '')}`,
  );

describe('the journal', () => {
  it('knows how long a migration took where the clock is put back meanwhile', async () => {
    const history = makeHistory({
      slug: 'slow',
      up: async (queryRunner) => {
        const now = Date.now();
        jest.spyOn(Date, 'now').mockReturnValue(now - 3_600_000);
        await queryRunner.query('SELECT pg_sleep(0.05)');
      },
    });
    try {
      await migrate({ database, history, target: 'head' });
    } finally {
      jest.restoreAllMocks();
    }
    const [{ duration_ms = 0 } = {}] = await journal();
    expect(Number(duration_ms)).toBeGreaterThanOrEqual(50);
    expect(Number(duration_ms)).toBeLessThan(60_000);
  });

  it('keeps what ran, what would undo it, who did it, when, and how long it took', async () => {
    files.write(1, 'add_widgets', {
      up: `await queryRunner.query('INSERT INTO users VALUES ($1)', ['ada']);`,
      down: [],
    });
    await up();
    const [users = {}, widgets] = await journal();
    expect(users).toMatchObject({
      history: 'migrations',
      name: 'M1700000000000',
      stem: '1700000000000_add_users',
      state: 'applied',
      direction: 'up',
      transactional: true,
      up: [{ sql: 'CREATE TABLE users (id text)' }],
      down: [{ sql: 'DROP TABLE users' }],
      down_unknown: null,
      checksum: expect.stringMatching(/^[\da-f]{64}$/),
      role: 'postgres',
      host: expect.stringMatching(/./),
      tool_version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      duration_ms: expect.any(Number),
      error: null,
    });
    expect(widgets).toMatchObject({
      up: [{ sql: 'INSERT INTO users VALUES ($1)', parameters: ['ada'] }],
      down: [],
    });
    const started = users.started_at as Date;
    expect(Math.abs(Date.now() - started.getTime())).toBeLessThan(60_000);
  });

  it('is written also where a migration has the server forget what was prepared', async () => {
    files.write(2, 'forget', { up: ['DEALLOCATE ALL'], down: ['DEALLOCATE ALL'] });
    files.write(3, 'add_tags', { up: ['CREATE TABLE tags ()'], down: ['DROP TABLE tags'] });
    await up();
    expect((await journal()).map(({ state }) => state)).toEqual(['applied', 'applied', 'applied', 'applied']);
    await down('base');
    expect((await journal()).map(({ state }) => state)).toEqual(['undone', 'undone', 'undone', 'undone']);
    expect(await tables()).toEqual([]);
  });

  it('keeps every character of what ran', async () => {
    const sql = `COMMENT ON TABLE users IS 'it''s "C:\\temp\\" -- $1 /* ünï 漢字'`;
    files.write(1, 'add_widgets', { up: [sql], down: [sql] });
    await up();
    expect(await journal('M1700000000001')).toMatchObject([
      { up: [{ sql }], down: [{ sql }], source: expect.stringContaining(sql) },
    ]);
    expect(await queryRows(database.url, `SELECT obj_description('users'::regclass) AS comment`)).toEqual([
      { comment: `it's "C:\\temp\\" -- $1 /* ünï 漢字` },
    ]);
  });

  it('keeps the commit that a CI names', async () => {
    process.env.GITHUB_SHA = 'abc123';
    try {
      await up();
    } finally {
      delete process.env.GITHUB_SHA;
    }
    expect(await journal('M1700000000000')).toMatchObject([{ revision: 'abc123' }]);
  });

  it('keeps the commit that git says', async () => {
    const git = (...parameters: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=ada', '-c', 'user.email=ada@example.invalid', ...parameters], {
        cwd: files.folder,
        encoding: 'utf8',
      }).trim();
    const variables = [
      'GIT_COMMIT',
      'GITHUB_SHA',
      'CI_COMMIT_SHA',
      'SOURCE_VERSION',
      'CIRCLE_SHA1',
      'BUILDKITE_COMMIT',
    ];
    const before = variables.map((name) => [name, process.env[name]] as const);
    for (const name of variables) delete process.env[name];
    try {
      git('init', '--quiet');
      git('add', '.');
      git('commit', '--quiet', '-m', 'first');
      await up();
    } finally {
      for (const [name, value] of before) if (value !== undefined) process.env[name] = value;
    }
    expect(await journal('M1700000000000')).toMatchObject([{ revision: git('rev-parse', 'HEAD') }]);
  });

  it('of another version is told, and can be made anew', async () => {
    await up();
    await queryRows(database.url, 'ALTER TABLE retort_journal DROP COLUMN steps');
    await expect(up()).rejects.toMatchObject({
      message: 'The journal of what ran cannot be read: column "steps" does not exist.',
      at: '"public"."retort_journal"',
      next: 'Another version of retort made it: use that one. Or let it be made anew from the files as they are: DROP TABLE "public"."retort_journal"; then: make db-migrate',
    });
    await queryRows(database.url, 'DROP TABLE "public"."retort_journal"');
    expect(await up()).toEqual([]);
    expect((await journal()).map(({ state }) => state)).toEqual(['adopted', 'adopted']);
  });

  it('says of what was undone that it was, and can be done again', async () => {
    await up();
    await down('-1');
    expect(await journal()).toMatchObject([
      { state: 'applied' },
      {
        ...{ state: 'undone', direction: 'down' },
        ...{ up: [{ sql: 'CREATE TABLE widgets ()' }], down: [{ sql: 'DROP TABLE widgets' }] },
      },
    ]);
    expect(await statuses()).toEqual(['applied add_users', 'pending add_widgets']);
    await up();
    expect(await journal()).toMatchObject([{ state: 'applied' }, { state: 'applied', direction: 'up' }]);
  });

  it('is written with the migration or not at all: its transaction holds both', async () => {
    await queryRows(database.url, 'CREATE TABLE users ()');
    await expect(up()).rejects.toMatchObject({ kind: 'failed' });
    expect(await queryRows(database.url, 'SELECT FROM migrations')).toEqual([]);
    expect(await journal()).toMatchObject([
      { state: 'failed', error: expect.stringContaining('relation "users" already exists') },
    ]);
    expect(await statuses()).toEqual(['failed add_users', 'pending add_widgets']);
    await queryRows(database.url, 'DROP TABLE users');
    await up();
    expect(await statuses()).toEqual(['applied add_users', 'applied add_widgets']);
    expect(await journal('M1700000000000')).toMatchObject([{ state: 'applied', error: null }]);
  });
});

describe('a migration that was edited after it ran', () => {
  const editUsers = () =>
    files.write(0, 'add_users', { up: ['CREATE TABLE users (id uuid)'], down: ['DROP TABLE users'] });

  it('stops the way up with the difference, and the way down over it', async () => {
    await up();
    const [row = {}] = await journal('M1700000000000');
    editUsers();
    files.write(2, 'add_tags', { up: ['CREATE TABLE tags ()'] });
    expect(await statuses()).toEqual(['edited add_users', 'applied add_widgets', 'pending add_tags']);
    const path = `${files.folder}/1700000000000_add_users.ts`;
    const finished = (row.finished_at as Date).toISOString();
    const explained = {
      message: `The migration 1700000000000_add_users was edited after it was applied (${finished}, by ${row.os_user}@${row.host} as postgres).`,
      at: `${path}\n- CREATE TABLE users (id text)\n+ CREATE TABLE users (id uuid)`,
      next: `Write it as it was, or undo what ran and run the edited one: retort downgrade --from-journal --to base, make db-migrate`,
      kind: 'conflict',
    };
    await expect(up()).rejects.toMatchObject(explained);
    await expect(down('base')).rejects.toMatchObject(explained);
    expect(await tables()).toEqual(['users', 'widgets']);
    expect(await down('-1')).toHaveLength(1);
  });

  it('is brought back by the version that git has of what ran', async () => {
    const path = `${files.folder}/1700000000000_add_users.ts`;
    const git = (...parameters: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=ada', '-c', 'user.email=ada@example.invalid', ...parameters], {
        cwd: files.folder,
        encoding: 'utf8',
        stdio: 'pipe',
      }).trim();
    const told = async () => {
      const error: unknown = await up().catch((thrown: unknown) => thrown);
      return String((error as { readonly next: string }).next).split(', or undo')[0];
    };
    git('init', '--quiet');
    await up();
    editUsers();
    expect(await told()).toBe('Write it as it was');
    files.write(0, 'add_users', { up: ['CREATE TABLE users (id text)'], down: ['DROP TABLE users'] });
    git('add', '.');
    git('commit', '--quiet', '-m', 'as it ran');
    const ran = git('rev-parse', '--short', 'HEAD');
    editUsers();
    expect(await told()).toBe(`git checkout HEAD -- '${path}'`);
    git('commit', '--quiet', '--all', '-m', 'edited');
    expect(await told()).toBe(`git checkout ${ran} -- '${path}'`);
    git('commit', '--quiet', '--allow-empty', '-m', 'later');
    await queryRows(database.url, `UPDATE retort_journal SET revision = '${git('rev-parse', 'HEAD~2')}'`);
    expect(await told()).toBe(`git checkout ${git('rev-parse', '--short=12', 'HEAD~2')} -- '${path}'`);
  });

  it('shows no password of it', async () => {
    files.write(1, 'add_widgets', { up: [`SELECT 1 AS "password 'first'"`], down: [] });
    await up();
    files.write(1, 'add_widgets', { up: [`SELECT 2 AS "password 'second'"`], down: [] });
    await expect(up()).rejects.toMatchObject({
      at: `${files.folder}/1700000000001_add_widgets.ts\n- SELECT 1 AS "password '*****'"\n+ SELECT 2 AS "password '******'"`,
    });
  });

  it('does not stop anything where only its comments and its layout were', async () => {
    await up();
    files.write(0, 'add_users', {
      up: `  // why\n  await queryRunner.query(\n 'CREATE TABLE users (id text)')`,
      down: ['DROP TABLE users'],
    });
    expect(await up()).toEqual([]);
  });

  it('is still known as it ran when undoing it from the journal fails', async () => {
    await up();
    const [before] = await journal('M1700000000000');
    editUsers();
    await queryRows(database.url, 'CREATE VIEW names AS SELECT id FROM users');
    await expect(down('base', true)).rejects.toMatchObject({ kind: 'failed' });
    const [after] = await journal('M1700000000000');
    expect(after).toMatchObject({
      state: 'failed',
      direction: 'down',
      error: expect.stringContaining('names'),
    });
    expect([after?.checksum, after?.source, after?.up]).toEqual([
      before?.checksum,
      before?.source,
      before?.up,
    ]);
    expect(await statuses()).toEqual(['edited add_users', 'pending add_widgets']);
    await queryRows(database.url, 'DROP VIEW names');
    expect(await down('base', true)).toHaveLength(1);
    expect(await tables()).toEqual([]);
  });

  it('is undone by what ran, from the journal', async () => {
    await up();
    files.write(0, 'add_users', { up: ['CREATE TABLE people ()'], down: ['DROP TABLE people'] });
    expect(await down('base', true)).toHaveLength(2);
    expect(await tables()).toEqual([]);
    await up();
    expect(await tables()).toEqual(['people', 'widgets']);
  });
});

describe('a migration whose file is gone', () => {
  it('is undone from the journal, when asked', async () => {
    await up();
    files.remove(1, 'add_widgets');
    expect(await statuses()).toEqual(['applied add_users', 'missing add_widgets']);
    await expect(down('-1')).rejects.toMatchObject({ kind: 'conflict' });
    expect(await down('-1', true)).toMatchObject([{ migration: { slug: 'add_widgets' } }]);
    expect(await tables()).toEqual(['users']);
    expect(await statuses()).toEqual(['applied add_users']);
  });

  it.each([
    [
      'an answer of the database',
      `const [row] = await queryRunner.query('SELECT 1'); await queryRunner.query('DROP TABLE widgets');`,
      'it uses what a statement returned',
    ],
    [
      'more than query',
      `await queryRunner.dropTable('widgets');`,
      'it uses more of the query runner than query (dropTable)',
    ],
    ['no way back', `throw new Error('there is no way back');`, 'it throws: there is no way back'],
  ])('cannot be where its down needs %s, and says so', async (_name, code, because) => {
    files.write(1, 'add_widgets', { up: ['CREATE TABLE widgets ()'], down: code });
    await up();
    files.remove(1, 'add_widgets');
    await expect(down('-1', true)).rejects.toMatchObject({
      message: expect.stringContaining(
        `The journal does not know the SQL that undoes 1700000000001_add_widgets: ${because}`,
      ),
    });
    expect(await tables()).toEqual(['users', 'widgets']);
  });
});

describe('what another runner did', () => {
  it('is adopted from its files, and edits are noticed from then on', async () => {
    const dataSource = new DataSource({
      type: 'postgres',
      url: database.url,
      migrations: [`${files.folder}/*_add_users.ts`],
    });
    jest.resetModules();
    await dataSource.initialize();
    await dataSource.runMigrations();
    await dataSource.destroy();
    expect(await statuses()).toEqual(['applied add_users', 'pending add_widgets']);
    await up();
    expect(await journal()).toMatchObject([
      { state: 'adopted', up: null, down: [{ sql: 'DROP TABLE users' }], started_at: null },
      { state: 'applied' },
    ]);
    files.write(0, 'add_users', { up: ['CREATE TABLE people ()'] });
    expect(await statuses()).toEqual(['edited add_users', 'applied add_widgets']);
    await expect(up()).rejects.toMatchObject({
      message: 'The migration 1700000000000_add_users was edited after it was applied.',
      at: expect.stringContaining('- CREATE TABLE users (id text)\n+ CREATE TABLE people ()'),
    });
  });

  it('is unknown where neither a file nor the journal knows it; late ones are out of order', async () => {
    files.remove(0, 'add_users');
    await up();
    await queryRows(
      database.url,
      `INSERT INTO migrations ("timestamp", name) VALUES (1600000000000, 'Theirs1600000000000')`,
    );
    files.write(0, 'add_users', { up: ['CREATE TABLE users ()'] });
    expect(await statuses()).toEqual([
      'unknown Theirs1600000000000',
      'outOfOrder add_users',
      'applied add_widgets',
    ]);
  });
});
