import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrationSource } from './project';
import { shop } from './shop';

const { write, query } = shop;

describe('a script that does what a run does', () => {
  test('--sql prints a script that psql -1 runs, history and journal included; so does retort sql, offline', async () => {
    const { stdout, exitCode } = await shop.project.run(['migrate', '--sql']);
    expect(exitCode).toBe(0);
    await runScript(stdout);
    expect((await shop.project.run(['status'])).stdout).toBe(
      'head     1700000000002_add_age\napplied  3\npending  0\nUp to date.\n',
    );
    expect(await query('SELECT state, up FROM retort_journal ORDER BY "timestamp" LIMIT 1')).toEqual([
      { state: 'applied', up: [{ sql: 'CREATE TABLE users (id int)' }] },
    ]);
    const back = await shop.project.run(['sql', '--from', 'head', '--to', 'base'], {
      POSTGRES_URL: 'postgres://nobody@127.0.0.1:1/none',
    });
    await runScript(back.stdout);
    expect((await shop.project.run(['status'])).stdout).toContain('pending  3');
    expect(await query('SELECT state FROM retort_journal')).toEqual(Array(3).fill({ state: 'undone' }));
  });

  test('a script leaves the journal that a run leaves, whatever a migration does to its session and gives as parameters', async () => {
    const config = shop.project.read('retort.config.ts');
    shop.project.write('retort.config.ts', config.replace('});', "  schema: 'Our App',\n});"));
    write(
      1,
      'fill_users',
      [
        `INSERT INTO users VALUES (1)`,
        `SELECT set_config('search_path', '', false)`,
        'CREATE TEMP TABLE map ()',
      ],
      [],
    );
    const timestamp = 1_700_000_000_002;
    shop.project.write(
      `src/versions/${timestamp}_in_code.ts`,
      migrationSource(timestamp, [], []).replace(
        /async up[^}]*\}/,
        `async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TEMP TABLE map (a bytea, b timestamp, c bigint, d text[], e jsonb, f float)');
    await queryRunner.query('CREATE TABLE public.kept AS SELECT * FROM map');
    const values = [Buffer.from('ab'), new Date(0), 9007199254740993n, ['x"', null], { y: 1 }, Infinity];
    await queryRunner.query('INSERT INTO public.kept VALUES ($1, $2, $3, $4, $5, $6)', values);
  }`,
      ),
    );
    shop.project.remove('src/versions/1700000000002_add_age.ts');
    // A zone in which a moment and its date in UTC differ.
    const TZ = 'Pacific/Auckland';
    const script = (await shop.project.run(['migrate', '--sql'], { TZ })).stdout;
    const journal = `SELECT name, state, direction, checksum, source, up, down, steps, in_flight, role, tool_version,
      finished_at IS NOT NULL AS finished FROM "Our App".retort_journal ORDER BY name`;
    const outcome = async () => [
      await query(journal),
      await query('SELECT * FROM kept'),
      await query('SELECT "timestamp", name FROM "Our App".migrations ORDER BY id'),
    ];
    await query('CREATE SCHEMA "Our App"');
    expect((await shop.project.run(['migrate'], { TZ })).exitCode).toBe(0);
    const byRun = await outcome();
    expect(byRun[1]).toMatchObject([{ c: '9007199254740993', d: ['x"', null], e: { y: 1 }, f: Infinity }]);
    await query('DROP SCHEMA "Our App" CASCADE; DROP TABLE users; DROP TABLE kept');
    await runScript(script);
    expect(await outcome()).toEqual(byRun);
    await expect(runScript(script)).rejects.toThrow(
      'Migration1700000000000 is applied already: this script is for a database where it is not.',
    );
    // Where the tables are, no right to make them is asked for.
    expect((await shop.project.run(['downgrade', '--sql'])).stdout).not.toContain('CREATE TABLE IF');
    expect((await shop.project.run(['history'])).stdout).toMatch(
      /^applied {7}2023-11-14T22:13Z {2}1700000000000_add_users {2}\(\d{4}-\d\d-\d\dT\d\d:\d\dZ, .*@.* as postgres/m,
    );
  });

  test('a script is stopped by a runner that is at work', async () => {
    const { stdout: script } = await shop.project.run(['migrate', '--sql']);
    const runner = new Client({ connectionString: shop.project.url });
    await runner.connect();
    await runner.query(`SELECT pg_advisory_lock(hashtextextended('retort public.migrations', 0))`);
    await expect(runScript(script)).rejects.toThrow('Another runner is migrating this database.');
    await runner.end();
    expect(await query(`SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });

  test('--sql refuses what no script can say', async () => {
    write(3, 'index', ['CREATE INDEX CONCURRENTLY i ON users (id)'], [], '  readonly transaction = false;\n');
    expect(await shop.project.run(['migrate', '--sql'])).toEqual({
      exitCode: 6,
      stdout: '',
      stderr: `error  1700000000003_index runs without a transaction, and psql -1 runs everything in one.
at     src/versions/1700000000003_index.ts
next   Take the script up to the one before it (--to), and let retort run this one
`,
    });
  });
});

/** As `psql -1` does where there is one; else as a driver does. */
async function runScript(script: string): Promise<void> {
  const binary = ['/usr/lib/postgresql/15/bin/psql', '/usr/bin/psql'].find((path) => existsSync(path));
  if (binary === undefined) {
    await query(`BEGIN;\n${script}\nCOMMIT`);
    return;
  }
  const path = join(shop.project.root, 'script.sql');
  writeFileSync(path, script);
  const flags = ['-1', '-q', '-X', '-v', 'ON_ERROR_STOP=1', '-f', path, shop.project.url];
  const { status, stderr } = spawnSync(binary, flags, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  expect(stderr).toBe('');
}
