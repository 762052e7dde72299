import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { createProject, migrationSource, type Project } from './project';
import { queryRows } from './query-rows';

let project: Project;
beforeEach(async () => {
  project = await createProject();
  write(0, 'add_users', ['CREATE TABLE users (id int)'], ['DROP TABLE users']);
  write(1, 'fill_users', ['INSERT INTO users VALUES (1), (2)'], ['DELETE FROM users']);
  write(2, 'add_age', ['ALTER TABLE users ADD COLUMN age int'], ['ALTER TABLE users DROP COLUMN age']);
});
afterEach(() => project.dispose());

function write(
  number: number,
  slug: string,
  up: readonly string[],
  down: readonly string[],
  head = '',
): void {
  const timestamp = 1_700_000_000_000 + number;
  const source = migrationSource(timestamp, up, down).replace('  async up', `${head}  async up`);
  project.write(`src/versions/${timestamp}_${slug}.ts`, source);
}

const query = (sql: string) => queryRows(project.url, sql);

const database = () => new URL(project.url).pathname.slice(1);

describe('retort migrate', () => {
  test('--plan prints what would run, in order, and runs nothing', async () => {
    expect(await project.run(['migrate', '--plan', '--to', '+2'])).toEqual({
      exitCode: 0,
      stdout: `would apply  1700000000000_add_users
    CREATE TABLE users (id int);
would apply  1700000000001_fill_users
    INSERT INTO users VALUES (1), (2);
`,
      stderr: '',
    });
    expect(await query(`SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });

  test('what it shows of a statement holds no password; a script has to', async () => {
    const secret = `CREATE ROLE deployer_${database()} PASSWORD 'se''cret'`;
    write(0, 'add_role', [secret, 'SELECT pg_sleep(2.1)'], [`DROP ROLE deployer_${database()}`]);
    project.remove('src/versions/1700000000000_add_users.ts');
    const shown = [
      await project.run(['migrate', '--plan']),
      await project.run(['migrate', '--plan', '--json']),
      await project.run(['migrate', '--to', '+1', '--json-lines']),
      await project.run(['status', '--json']),
    ];
    await project.run(['downgrade']);
    expect(shown.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(JSON.stringify(shown)).toContain("PASSWORD '********'");
    expect(JSON.stringify(shown)).not.toContain('cret');
    expect((await project.run(['migrate', '--sql', '--to', '+1'])).stdout).toContain(secret);
  });

  test('--sql prints a script that psql -1 runs, history and journal included; so does retort sql, offline', async () => {
    const { stdout, exitCode } = await project.run(['migrate', '--sql']);
    expect(exitCode).toBe(0);
    await runScript(stdout);
    expect((await project.run(['status'])).stdout).toBe(
      'head     1700000000002_add_age\napplied  3\npending  0\nUp to date.\n',
    );
    expect(await query('SELECT state, up FROM retort_journal ORDER BY "timestamp" LIMIT 1')).toEqual([
      { state: 'applied', up: [{ sql: 'CREATE TABLE users (id int)' }] },
    ]);
    const back = await project.run(['sql', '--from', 'head', '--to', 'base'], {
      POSTGRES_URL: 'postgres://nobody@127.0.0.1:1/none',
    });
    await runScript(back.stdout);
    expect((await project.run(['status'])).stdout).toContain('pending  3');
    expect(await query('SELECT state FROM retort_journal')).toEqual(Array(3).fill({ state: 'undone' }));
  });

  test('a script leaves the journal that a run leaves, whatever a migration does to its session and gives as parameters', async () => {
    const config = project.read('retort.config.ts');
    project.write('retort.config.ts', config.replace('});', "  schema: 'Our App',\n});"));
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
    project.write(
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
    project.remove('src/versions/1700000000002_add_age.ts');
    // A zone in which a moment and its date in UTC differ.
    const TZ = 'Pacific/Auckland';
    const script = (await project.run(['migrate', '--sql'], { TZ })).stdout;
    const journal = `SELECT name, state, direction, checksum, source, up, down, steps, in_flight, role, tool_version,
      finished_at IS NOT NULL AS finished FROM "Our App".retort_journal ORDER BY name`;
    const outcome = async () => [
      await query(journal),
      await query('SELECT * FROM kept'),
      await query('SELECT "timestamp", name FROM "Our App".migrations ORDER BY id'),
    ];
    await query('CREATE SCHEMA "Our App"');
    expect((await project.run(['migrate'], { TZ })).exitCode).toBe(0);
    const byRun = await outcome();
    expect(byRun[1]).toMatchObject([{ c: '9007199254740993', d: ['x"', null], e: { y: 1 }, f: Infinity }]);
    await query('DROP SCHEMA "Our App" CASCADE; DROP TABLE users; DROP TABLE kept');
    await runScript(script);
    expect(await outcome()).toEqual(byRun);
    await expect(runScript(script)).rejects.toThrow(
      'Migration1700000000000 is applied already: this script is for a database where it is not.',
    );
    // Where the tables are, no right to make them is asked for.
    expect((await project.run(['downgrade', '--sql'])).stdout).not.toContain('CREATE TABLE IF');
    expect((await project.run(['history'])).stdout).toMatch(
      /^applied {7}2023-11-14T22:13Z {2}1700000000000_add_users {2}\(\d{4}-\d\d-\d\dT\d\d:\d\dZ, .*@.* as postgres/m,
    );
  });

  test('a script is stopped by a runner that is at work', async () => {
    const { stdout: script } = await project.run(['migrate', '--sql']);
    const runner = new Client({ connectionString: project.url });
    await runner.connect();
    await runner.query(`SELECT pg_advisory_lock(hashtextextended('retort public.migrations', 0))`);
    await expect(runScript(script)).rejects.toThrow('Another runner is migrating this database.');
    await runner.end();
    expect(await query(`SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });

  test('--sql refuses what no script can say', async () => {
    write(3, 'index', ['CREATE INDEX CONCURRENTLY i ON users (id)'], [], '  readonly transaction = false;\n');
    expect(await project.run(['migrate', '--sql'])).toEqual({
      exitCode: 6,
      stdout: '',
      stderr: `error  1700000000003_index runs without a transaction, and psql -1 runs everything in one.
at     src/versions/1700000000003_index.ts
next   Take the script up to the one before it (--to), and let retort run this one
`,
    });
  });

  test('--rehearse says what it would lock, rewrite and change, and keeps none of it', async () => {
    await project.run(['migrate', '--to', '+2']);
    write(2, 'add_age', ['ALTER TABLE users ALTER id TYPE bigint', 'UPDATE users SET id = id + 1'], []);
    const { stdout } = await project.run(['migrate', '--rehearse']);
    expect(stdout.replace(/\d+ ms/, 'N ms')).toBe(`rehearsed  1700000000002_add_age  N ms
  locks     users  AccessExclusiveLock
  locks     users  ShareLock
  locks     users  RowExclusiveLock
  rewrites  users
  rows      users  0 inserted, 2 updated, 0 deleted
All of it was rolled back.
`);
    expect((await project.run(['status'])).stdout).toContain('pending  1');
    expect(await query('SELECT min(id) FROM users')).toEqual([{ min: 1 }]);
  });

  test('--json-lines prints a line for each thing that happens', async () => {
    const { stdout } = await project.run(['migrate', '--to', '+1', '--json-lines']);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events).toEqual([
      { event: 'planned', direction: 'up', migrations: ['1700000000000_add_users'] },
      { event: 'started', direction: 'up', migration: '1700000000000_add_users' },
      {
        event: 'done',
        direction: 'up',
        migration: '1700000000000_add_users',
        durationMs: expect.any(Number),
      },
      { command: 'migrate', migrations: [expect.objectContaining({ migration: '1700000000000_add_users' })] },
    ]);
  });

  test('what the server says is told under its migration, and kept for programs', async () => {
    write(3, 'clean', ['DROP TABLE IF EXISTS cache'], ['DROP TABLE IF EXISTS cache']);
    const says = 'table "cache" does not exist, skipping';
    const { stdout } = await project.run(['migrate']);
    expect(stdout).toMatch(
      /applied {2}1700000000002_add_age {2}.*\nnotice {3}1700000000003_clean {2}table "cache" does not exist, skipping\napplied {2}1700000000003_clean/,
    );
    const undone = await project.run(['downgrade', '--json']);
    expect(JSON.parse(undone.stdout).migrations).toEqual([
      expect.objectContaining({ notices: [{ severity: 'NOTICE', message: says }], noticesLeftOut: 0 }),
    ]);
    const { stdout: lines } = await project.run(['migrate', '--json-lines']);
    expect(
      lines
        .split('\n')
        .slice(2, 3)
        .map((line) => JSON.parse(line)),
    ).toEqual([{ event: 'notice', migration: '1700000000003_clean', severity: 'NOTICE', message: says }]);
  });

  test('--json prints nothing else on stdout, whatever a migration and a hook print', async () => {
    const config = project.read('retort.config.ts');
    project.write('retort.config.ts', config.replace('});', "afterEach: () => console.log('a hook') });"));
    const timestamp = 1_700_000_000_000;
    const source = migrationSource(timestamp, ['CREATE TABLE users ()'], ['DROP TABLE users']);
    project.write(
      `src/versions/${timestamp}_add_users.ts`,
      source.replace('    await', "    console.log('a migration');\n    await"),
    );
    for (const [flag, of] of [
      ['--json', (stdout: string) => [JSON.parse(stdout)]],
      [
        '--json-lines',
        (stdout: string) =>
          stdout
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line)),
      ],
    ] as const) {
      const { stdout, stderr, exitCode } = await project.run(['migrate', '--to', '+1', flag]);
      expect(exitCode).toBe(0);
      expect(of(stdout).at(-1)).toMatchObject({ command: 'migrate' });
      expect(stderr).toMatch(/^a migration\napplied .*\na hook\n$/);
      await project.run(['downgrade']);
    }
  });

  test('a long statement is told with who holds it up, and --lock-retries gives up with exit code 7', async () => {
    await project.run(['migrate', '--to', '+2']);
    const application = new Client({ connectionString: project.url, application_name: 'the shop' });
    await application.connect();
    await application.query('BEGIN');
    await application.query('SELECT * FROM users');
    const flags = ['--statement-lock-timeout', '3s', '--lock-retries', '0'];
    const { stdout, stderr, exitCode } = await project.run(['migrate', ...flags]);
    await application.end();
    expect(exitCode).toBe(7);
    expect(stdout).toMatch(
      /^running {2}1700000000002_add_age {2}2\d\d\d ms {2}ALTER TABLE users ADD COLUMN age int, waits for process \d+ \(the shop, \d+ ms\): SELECT \* FROM users$/m,
    );
    expect(stderr).toMatch(
      /^error {2}The up of 1700000000002_add_age did not get a lock within 3 s\. It was held by process \d+ \(the shop, /,
    );
    expect((await project.run(['migrate'])).exitCode).toBe(0);
  });

  test('hooks are called before the first, after each, and after the last; what they throw stops the run', async () => {
    const config = project.read('retort.config.ts');
    const say = (name: string) =>
      `${name}: async (context) => { require('node:fs').appendFileSync('hooks.txt', '${name} ' + JSON.stringify(context) + '\\n'); },`;
    const hooks = ['beforeMigrate', 'afterEach', 'afterMigrate'].map(say).join('\n');
    project.write('retort.config.ts', config.replace('});', `${hooks}\n});`));
    await project.run(['migrate', '--to', '+1']);
    await project.run(['migrate', '--to', 'add_users']);
    expect(project.read('hooks.txt').replace(/"durationMs":[\d.]+/, '"durationMs":1')).toBe(
      `beforeMigrate {"direction":"up","migrations":["1700000000000_add_users"]}
afterEach {"direction":"up","migration":"1700000000000_add_users","durationMs":1}
afterMigrate {"direction":"up","migrations":["1700000000000_add_users"]}
`,
    );
    project.write(
      'retort.config.ts',
      config.replace('});', `beforeMigrate: () => { throw new Error('not on a Friday'); } });`),
    );
    expect(await project.run(['migrate'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(
        `error  The hook beforeMigrate failed: not on a Friday\nat     beforeMigrate (retort.config.ts:`,
      ),
    });
    expect((await project.run(['status'])).stdout).toContain('pending  2');
    project.write(
      'retort.config.ts',
      config.replace('});', `afterEach: () => { throw 'the cache does not answer'; } });`),
    );
    expect(await project.run(['migrate'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('error  The hook afterEach failed: the cache does not answer'),
    });
    // What was committed stays, and nothing more is run.
    expect((await project.run(['status'])).stdout).toContain('pending  1');
  });

  test.each([
    [['--lock-timeout', 'soon'], '"soon" is no duration.'],
    [['--on-locked', 'cry'], '"cry" is nothing that can be done while another runner works.'],
    [['--lock-retries', 'some'], '"some" is no number of retries.'],
  ])('%j', async (flags, what) => {
    expect(await project.run(['migrate', ...flags])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(`error  ${what}\n`),
    });
  });
});

test('a target that is reached already is told from a history of which nothing is left', async () => {
  expect((await project.run(['migrate', '--to', '+1'])).exitCode).toBe(0);
  for (const [command, to, nothing] of [
    ['migrate', 'add_users', 'Nothing to do: add_users is applied.'],
    ['downgrade', 'add_users', 'Nothing to do: none is applied after add_users.'],
  ] as const) {
    expect(await project.run([command, '--to', to])).toEqual({
      exitCode: 0,
      stdout: `${nothing}\n`,
      stderr: '',
    });
  }
  await project.run(['downgrade']);
  expect((await project.run(['downgrade', '--to', 'base'])).stdout).toBe(
    'Nothing to do: no migration is applied.\n',
  );
});

test('a reader that goes away stops no migration', async () => {
  const child = project.start(['migrate']);
  child.stdout?.destroy();
  child.stderr?.destroy();
  expect(await new Promise((done) => child.on('exit', done))).toBe(0);
  expect((await project.run(['status'])).stdout).toContain('applied  3\npending  0\n');
});

test.each(['--plan', '--sql', '--rehearse'])('downgrade %s undoes nothing', async (flag) => {
  await project.run(['migrate']);
  const { stdout, exitCode } = await project.run(['downgrade', flag]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/1700000000002_add_age/);
  expect((await project.run(['status'])).stdout).toContain('applied  3\npending  0\n');
});

describe('where a migration stands', () => {
  test('status tells every state from the others, each with its next step; history who applied what', async () => {
    await project.run(['migrate', '--to', '+2']);
    write(1, 'fill_users', ['INSERT INTO users VALUES (3)'], []);
    project.remove('src/versions/1700000000000_add_users.ts');
    await query(`INSERT INTO migrations ("timestamp", name) VALUES (1600000000000, 'Theirs1600000000000')`);
    write(-1, 'late', ['SELECT 1'], []);
    const { stdout } = await project.run(['status']);
    expect(stdout).toBe(`head     1700000000001_fill_users
applied  1
pending  2
  unknown       Theirs1600000000000  (applied by another runner, and it has no file)
  out of order  1699999999999_late  (older than Migration1700000000001, which is applied)
  missing       1700000000000_add_users
  edited        1700000000001_fill_users
  pending       1700000000002_add_age
Next: bring the missing files back from git, or forget what no file says: npx retort stamp head --purge
Next: bring the missing files back from git, or undo what ran: npx retort downgrade --from-journal --to base
Next: write 1700000000001_fill_users as it was, or undo what ran: npx retort downgrade --from-journal
Next: npx retort migrate (it runs after the newer ones), or before that: npx retort rebase
Next: npx retort migrate
`);
    const history = await project.run(['history']);
    expect(history.stdout).toMatch(
      /^missing {7}2023-11-14T22:13Z {2}1700000000000_add_users {2}\(\d{4}-\d\d-\d\dT\d\d:\d\dZ, \d+ ms, .*@.* as postgres/m,
    );
  });

  test('a failed one, and one that is half done', async () => {
    write(0, 'add_users', ['CREATE TABLE users ()', 'SELECT 1/0'], []);
    await project.run(['migrate']);
    expect((await project.run(['status'])).stdout).toContain(
      '  failed        1700000000000_add_users  (The up of 1700000000000_add_users failed: division by zero.',
    );
    write(0, 'add_users', ['CREATE TABLE users ()', 'SELECT 1/0'], [], '  readonly transaction = false;\n');
    await project.run(['migrate']);
    const { stdout } = await project.run(['status']);
    expect(stdout).toContain('  half done     1700000000000_add_users  (its up stopped after 1 statement)');
    expect(stdout).toContain('Next: finish 1700000000000_add_users: npx retort migrate\n');
  });

  test('an edited one stops migrate and check with exit code 8, and is undone from the journal', async () => {
    await project.run(['migrate', '--to', '+1']);
    write(0, 'add_users', ['CREATE TABLE people (id int)'], ['DROP TABLE people']);
    for (const command of ['migrate', 'check']) {
      expect(await project.run([command])).toMatchObject({
        exitCode: 8,
        stderr: expect.stringContaining(
          '- CREATE TABLE users (id int)\n       + CREATE TABLE people (id int)',
        ),
      });
    }
    expect((await project.run(['downgrade', '--from-journal'])).stdout).toMatch(
      /^undone {3}1700000000000_add_users/,
    );
    expect(await query(`SELECT to_regclass('users') AS users`)).toEqual([{ users: null }]);
  });
});

describe('a database that is there already', () => {
  test('stamp writes down what is applied, without running it; --purge forgets what has no file', async () => {
    expect((await project.run(['stamp', 'fill_users'])).stdout).toBe(
      'stamped  1700000000001_fill_users  (2 count as applied)\n',
    );
    await query(`INSERT INTO migrations ("timestamp", name) VALUES (1600000000000, 'Theirs1600000000000')`);
    expect((await project.run(['stamp', 'add_users'])).stdout).toBe(
      'stamped  1700000000000_add_users  (1 counts as applied)\nforgot   Migration1700000000001\n',
    );
    expect((await project.run(['migrate'])).exitCode).toBe(8);
    expect((await project.run(['stamp', 'head', '--purge'])).stdout).toContain(
      'forgot   Theirs1600000000000\n',
    );
    expect((await project.run(['status'])).stdout).toContain('applied  3\npending  0\nUp to date.');
    expect(await query(`SELECT to_regclass('users') AS users`)).toEqual([{ users: null }]);
    expect(await project.run(['stamp', 'nowhere'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(
        'error  The target "nowhere" cannot be reached: no migration has that name',
      ),
    });
  });

  test('baseline writes its schema as the first migration, proven, and stamps it', async () => {
    project.remove('src/versions');
    await query(`CREATE TABLE users (id integer, email text NOT NULL, CONSTRAINT pk_users PRIMARY KEY (id))`);
    await query(`INSERT INTO users VALUES (1, 'ada@example.org')`);
    const { stdout, exitCode } = await project.run(['baseline']);
    expect(exitCode).toBe(0);
    const [file = ''] = project.versions();
    expect(stdout).toContain(`Wrote src/versions/${file}\nstamped  ${file.replace('.ts', '')}\n`);
    expect((await project.run(['check'])).exitCode).toBe(0);
    expect((await project.run(['verify'])).exitCode).toBe(0);
    expect(await query('SELECT id FROM users')).toEqual([{ id: 1 }]);
    expect(await project.run(['baseline'])).toMatchObject({ exitCode: 8 });
  });
});

describe('a protected database', () => {
  test('loses nothing, unless its name is typed', async () => {
    await project.run(['migrate']);
    expect((await project.run(['protect'])).stdout).toBe(
      `The database ${database()} is protected: what can lose data asks for its name.\n`,
    );
    for (const [command, does] of [
      [['downgrade'], 'loses data: ALTER TABLE users DROP COLUMN age'],
      [['stamp', 'base'], 'changes what counts as applied'],
      [['protect', '--off'], 'takes the protection away'],
      [['prepare', '--message', 'x', '--allow', 'all'], 'allows what loses data'],
    ] as const) {
      expect(await project.run(command)).toMatchObject({
        exitCode: 6,
        stderr: expect.stringMatching(
          new RegExp(
            `^error  The database ${database()} is protected \\(since .*\\), and this ${does}\\.\nat .*\nnext   Is it meant\\? Type its name after the same command: --confirm ${database()}\n$`,
          ),
        ),
      });
    }
    expect((await project.run(['wipe'])).exitCode).toBe(6);
    expect((await project.run(['downgrade', '--confirm', 'other'])).exitCode).toBe(6);
    expect((await project.run(['downgrade', '--confirm', database()])).exitCode).toBe(0);
    expect((await project.run(['protect', '--off', '--confirm', database()])).exitCode).toBe(0);
    expect((await project.run(['downgrade'])).exitCode).toBe(0);
  });
});

test('a role that may make no database compares on another server, named by RETORT_SCRATCH_URL', async () => {
  const role = `deployer_${Math.random().toString(36).slice(2)}`;
  await query(`CREATE ROLE ${role} LOGIN PASSWORD 'p%p'; GRANT ALL ON SCHEMA public TO ${role}`);
  try {
    const url = new URL(project.url);
    url.username = role;
    url.password = 'p%25p';
    const POSTGRES_URL = `${url}?sslmode=prefer`;
    expect((await project.run(['migrate', '--to', '+1'], { POSTGRES_URL })).exitCode).toBe(0);
    expect(await project.run(['check'], { POSTGRES_URL })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('may not create a scratch database'),
    });
    const elsewhere = { POSTGRES_URL, RETORT_SCRATCH_URL: `${project.url}?sslmode=prefer` };
    expect((await project.run(['check'], elsewhere)).exitCode).toBe(4);
    expect(
      (await project.run(['check'], { ...elsewhere, RETORT_SCRATCH_URL: 'mysql://x' })).stderr,
    ).toContain('error  RETORT_SCRATCH_URL is not a Postgres URL');
  } finally {
    await query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  }
});

/** As `psql -1` does where there is one; else as a driver does. */
async function runScript(script: string): Promise<void> {
  const binary = ['/usr/lib/postgresql/15/bin/psql', '/usr/bin/psql'].find((path) => existsSync(path));
  if (binary === undefined) {
    await query(`BEGIN;\n${script}\nCOMMIT`);
    return;
  }
  const path = join(project.root, 'script.sql');
  writeFileSync(path, script);
  const flags = ['-1', '-q', '-X', '-v', 'ON_ERROR_STOP=1', '-f', path, project.url];
  const { status, stderr } = spawnSync(binary, flags, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  expect(stderr).toBe('');
}
