import { execFileSync } from 'node:child_process';
import { journalled } from '../../test/journalled';
import { makeHistory } from '../../test/make-history';
import { queryRows } from '../../test/query-rows';
import { migrate } from './run-pending';

const { up, down, tables, journal, statuses } = journalled;

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
      await migrate({ database: journalled.database, history, target: 'head' });
    } finally {
      jest.restoreAllMocks();
    }
    const [{ duration_ms = 0 } = {}] = await journal();
    expect(Number(duration_ms)).toBeGreaterThanOrEqual(50);
    expect(Number(duration_ms)).toBeLessThan(60_000);
  });

  it('keeps what ran, what would undo it, who did it, when, and how long it took', async () => {
    journalled.files.write(1, 'add_widgets', {
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
    journalled.files.write(2, 'forget', { up: ['DEALLOCATE ALL'], down: ['DEALLOCATE ALL'] });
    journalled.files.write(3, 'add_tags', { up: ['CREATE TABLE tags ()'], down: ['DROP TABLE tags'] });
    await up();
    expect((await journal()).map(({ state }) => state)).toEqual(['applied', 'applied', 'applied', 'applied']);
    await down('base');
    expect((await journal()).map(({ state }) => state)).toEqual(['undone', 'undone', 'undone', 'undone']);
    expect(await tables()).toEqual([]);
  });

  it('keeps every character of what ran', async () => {
    const sql = `COMMENT ON TABLE users IS 'it''s "C:\\temp\\" -- $1 /* ünï 漢字'`;
    journalled.files.write(1, 'add_widgets', { up: [sql], down: [sql] });
    await up();
    expect(await journal('M1700000000001')).toMatchObject([
      { up: [{ sql }], down: [{ sql }], source: expect.stringContaining(sql) },
    ]);
    expect(
      await queryRows(journalled.database.url, `SELECT obj_description('users'::regclass) AS comment`),
    ).toEqual([{ comment: `it's "C:\\temp\\" -- $1 /* ünï 漢字` }]);
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
        cwd: journalled.files.folder,
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
    await queryRows(journalled.database.url, 'ALTER TABLE retort_journal DROP COLUMN steps');
    await expect(up()).rejects.toMatchObject({
      message: 'The journal of what ran cannot be read: column "steps" does not exist.',
      at: '"public"."retort_journal"',
      next: 'Another version of retort made it: use that one. Or let it be made anew from the files as they are: DROP TABLE "public"."retort_journal"; then: make db-migrate',
    });
    await queryRows(journalled.database.url, 'DROP TABLE "public"."retort_journal"');
    expect(await up()).toEqual([]);
    expect((await journal()).map(({ state }) => state)).toEqual(['adopted', 'adopted']);
  });

  it('says of what was undone that it was, and can be done again', async () => {
    await up();
    await down('-1');
    expect(await journal()).toMatchObject([
      { state: 'applied' },
      {
        state: 'undone',
        direction: 'down',
        up: [{ sql: 'CREATE TABLE widgets ()' }],
        down: [{ sql: 'DROP TABLE widgets' }],
      },
    ]);
    expect(await statuses()).toEqual(['applied add_users', 'pending add_widgets']);
    await up();
    expect(await journal()).toMatchObject([{ state: 'applied' }, { state: 'applied', direction: 'up' }]);
  });

  it('is written with the migration or not at all: its transaction holds both', async () => {
    await queryRows(journalled.database.url, 'CREATE TABLE users ()');
    await expect(up()).rejects.toMatchObject({ kind: 'failed' });
    expect(await queryRows(journalled.database.url, 'SELECT FROM migrations')).toEqual([]);
    expect(await journal()).toMatchObject([
      { state: 'failed', error: expect.stringContaining('relation "users" already exists') },
    ]);
    expect(await statuses()).toEqual(['failed add_users', 'pending add_widgets']);
    await queryRows(journalled.database.url, 'DROP TABLE users');
    await up();
    expect(await statuses()).toEqual(['applied add_users', 'applied add_widgets']);
    expect(await journal('M1700000000000')).toMatchObject([{ state: 'applied', error: null }]);
  });
});
