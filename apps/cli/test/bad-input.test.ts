import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createProject, finish, migrationSource, type Project } from './project';
import { queryRows } from './query-rows';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.dispose());

const query = (sql: string) => queryRows(project.url, sql);

/** Writes the history: each migration's timestamp, its `up` and its `down`. */
function writeHistory(
  migrations: readonly (readonly [slug: string, up: readonly string[], down: readonly string[]])[],
): readonly string[] {
  return migrations.map(([slug, up, down], index) => {
    const timestamp = 1700000000000 + index;
    project.write(`src/versions/${timestamp}_${slug}.ts`, migrationSource(timestamp, up, down));
    return `${timestamp}_${slug}`;
  });
}

describe('the connection', () => {
  const password = 'hush%40hush';

  function urlWith(change: (url: URL) => void): string {
    const url = new URL(project.url);
    change(url);
    return url.toString();
  }

  test('Postgres does not run', async () => {
    const port = await closedPort();
    const url = urlWith((parsed) => {
      parsed.port = String(port);
      parsed.password = password;
    });
    expect(await project.run(['status'], { POSTGRES_URL: url })).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `error  Postgres does not answer at 127.0.0.1:${port}.
at     127.0.0.1:${port}${new URL(url).pathname} (POSTGRES_URL, from the environment)
next   Start that server, or take POSTGRES_URL out of the environment to use the services of: npx retort setup
`,
    });
  });

  test('POSTGRES_URL is missing', async () => {
    expect(await project.run(['migrate'], { POSTGRES_URL: '' })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  POSTGRES_URL is not set, and this project has no services of its own running.
at     the environment, .env and .retort/state.json
next   Start Postgres and Redis here: npx retort setup — or set POSTGRES_URL to use yours
`,
    });
  });

  test('POSTGRES_POOLER is neither', async () => {
    expect(await project.run(['status'], { POSTGRES_POOLER: 'statement' })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  POSTGRES_POOLER is statement, and says either session or transaction: for how long the pooler of POSTGRES_URL keeps a session for a client.
at     POSTGRES_POOLER
next   Set it to the pool_mode of the pooler, or remove it.
`,
    });
  });

  test.each([
    ['mysql://root@localhost/x', 'POSTGRES_URL is not a Postgres URL: it does not begin with postgres://'],
    ['postgres://user:hush@host:notaport/x', 'POSTGRES_URL is malformed.'],
    ['postgres://user:hush@localhost', 'POSTGRES_URL names no database.'],
  ])('POSTGRES_URL is malformed: %s', async (url, what) => {
    const { exitCode, stderr } = await project.run(['status'], { POSTGRES_URL: url });
    expect(exitCode).toBe(2);
    expect(stderr).toBe(`error  ${what}
at     POSTGRES_URL
next   Set POSTGRES_URL to a URL like postgres://user@127.0.0.1:5432/my_database (write special characters of a password as %XX), or remove it to use the services of: npx retort setup
`);
    expect(stderr).not.toContain('hush');
  });

  test('the password is wrong, and is not shown', async () => {
    const url = urlWith((parsed) => {
      parsed.password = password;
    });
    const { exitCode, stdout, stderr } = await project.run(['migrate', '--json'], { POSTGRES_URL: url });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      'error  Postgres refused the user postgres: password authentication failed for user "postgres".',
    );
    expect(stderr).toContain('next   Correct the user and password in POSTGRES_URL.');
    expect(JSON.parse(stdout).error).toMatchObject({
      exitCode: 1,
      next: 'Correct the user and password in POSTGRES_URL.',
    });
    expect(stdout + stderr).not.toMatch(/hush/);
  });

  test('the database is missing', async () => {
    const url = urlWith((parsed) => {
      parsed.pathname = '/not_there';
    });
    expect(
      (await project.run(['migrate'], { POSTGRES_URL: url })).stderr,
    ).toBe(`error  The database not_there does not exist.
at     ${new URL(url).host}/not_there (POSTGRES_URL, from the environment)
next   Create it: npx retort setup
`);
  });

  test('where the address came from is said: .env, or the services', async () => {
    const port = await closedPort();
    const url = urlWith((parsed) => {
      parsed.port = String(port);
    });
    project.write('.env', `POSTGRES_URL=${url}\n`);
    expect((await project.run(['status'], { POSTGRES_URL: undefined })).stderr).toContain(
      ` (POSTGRES_URL, from .env)\nnext   Start that server, or take POSTGRES_URL out of .env to use`,
    );
    project.remove('.env');
    project.write(
      '.retort/state.json',
      JSON.stringify({ root: project.root, postgres: { kind: 'embedded', url } }),
    );
    expect((await project.run(['status'], { POSTGRES_URL: undefined })).stderr).toContain(
      ` (.retort/state.json)\nnext   Start it: npx retort setup\n`,
    );
  });

  test.each([
    ['seed', 'seed: async () => [],'],
    ['doctor', ''],
  ])('%s says it too', async (command, settings) => {
    const url = urlWith((parsed) => {
      parsed.port = '1';
    });
    project.write(
      'retort.config.ts',
      project.read('retort.config.ts').replace("models: 'src/models',", `models: 'src/models', ${settings}`),
    );
    project.write(
      '.retort/state.json',
      JSON.stringify({ root: project.root, postgres: { kind: 'embedded', url } }),
    );
    const { stdout, stderr, exitCode } = await project.run([command], { POSTGRES_URL: undefined });
    expect(exitCode).toBe(1);
    expect(stdout + stderr).toMatch(
      /Postgres does not answer at 127\.0\.0\.1:1\.[\s\S]*\(\.retort\/state\.json\)[\s\S]*next:? +Start it: npx retort setup\n/,
    );
    expect(stdout + stderr).not.toContain('retort itself');
  });

  test('its password may stand in .env by itself', async () => {
    const withPassword = new URL(project.url);
    const bare = urlWith((parsed) => {
      parsed.password = '';
    });
    const { password: right } = withPassword;
    expect(right).not.toBe('');
    project.write('.env', `POSTGRES_URL=${bare}\nPGPASSWORD=${decodeURIComponent(right)}\n`);
    expect(await project.run(['status'], { POSTGRES_URL: undefined })).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    expect((await project.run(['status'], { POSTGRES_URL: undefined, PGPASSWORD: 'another' })).exitCode).toBe(
      1,
    );
  });

  test('it can be set in .env', async () => {
    project.write('.env', `POSTGRES_URL=${project.url}\n`);
    const { exitCode } = await project.run(['status'], { POSTGRES_URL: undefined });
    expect(exitCode).toBe(0);
  });
});

describe('the message', () => {
  const next =
    'next   Say what the migration does, in a few words: npx retort prepare --message "add status to widgets"\n';
  test.each([
    [[], 'The migration has no message.'],
    [['--message', ''], 'The migration has no message.'],
    [['--message', '!?'], 'The message "!?" has no letter and no digit.'],
    [['--message', 'x'.repeat(300)], 'The message has 300 characters; 100 is the most.'],
  ])('%j', async (flags, what) => {
    const { exitCode, stderr } = await project.run(['prepare', ...flags]);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(`error  ${what}\nat     npx retort prepare --message\n${next}`);
  });

  test('is already used', async () => {
    const [stem] = writeHistory([['add_users', [], []]]);
    const { exitCode, stderr } = await project.run(['prepare', '--message', 'Add users']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`error  The message "Add users" is already that of ${stem}.`);
  });
});

test('a second answer is not taken for a part of the first', async () => {
  const { exitCode, stdout } = await project.run([
    ...['prepare', '--json', '--message', 'x', '--backfill', 'users.a=1 users.b=2'],
  ]);
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout).error.what).toContain('users.b= is a part of the expression before it');
});

test.each([
  [['status', '--nonsense'], "unknown option '--nonsense'"],
  [['nonsense'], "unknown command 'nonsense'"],
  [[], 'No command is given.'],
  [['migrate', '--plan', '--sql'], "option '--plan' cannot be used with option '--sql'"],
  [['migrate', '--plan', '--rehearse'], "option '--plan' cannot be used with option '--rehearse'"],
  [['downgrade', '--sql', '--rehearse'], "option '--sql' cannot be used with option '--rehearse'"],
  [
    ['prepare', '--manual', '--rename', 'a=b'],
    "option '--manual' cannot be used with option '--rename <answer...>'",
  ],
])('%j is no usage: --json prints one document', async (typed, what) => {
  const { exitCode, stdout } = await project.run([...typed, '--json']);
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    error: {
      what,
      at: ['retort', ...typed, '--json'].join(' '),
      next: 'npx retort --help lists the commands, and with a command its options',
      exitCode: 2,
    },
  });
  expect((await project.run([...typed, '--json-lines'])).stdout.trim().split('\n')).toHaveLength(1);
});

describe('the models', () => {
  test('one is not registered', async () => {
    project.write(
      'src/models/forgotten.ts',
      project.read('src/models/user.ts').replaceAll('User', 'Forgotten').replace('users', 'forgotten'),
    );
    expect(await project.run(['prepare', '--message', 'x'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  The entity Forgotten is not registered, so no migration would be made for it.
at     src/models/forgotten.ts
next   Import Forgotten in src/models/index.ts and add it to the list there.
`,
    });
    expect(readdirSync(join(project.root, 'src'))).not.toContain('versions');
  });

  test('one has a syntax error', async () => {
    project.write(
      'src/models/user.ts',
      project.read('src/models/user.ts').replace('id!: number;', 'id!: number oops'),
    );
    const { exitCode, stderr } = await project.run(['prepare', '--message', 'x']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('error  src/models/user.ts does not compile.');
    expect(stderr).toContain('user.ts:5:');
    expect(stderr).toContain('next   Correct that line and run the command again.');
  });

  test('one has a type error: nothing is written', async () => {
    project.write(
      'src/models/user.ts',
      project.read('src/models/user.ts').replace('email!: string', 'email!: strin'),
    );
    const { exitCode, stderr } = await project.run(['prepare', '--message', 'x']);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`error  The models have type errors.
at     src/models/user.ts(6,37): error TS2552: Cannot find name 'strin'. Did you mean 'string'?
next   Correct them and run the command again.
`);
    expect(readdirSync(join(project.root, 'src'))).not.toContain('versions');
  });

  test('one throws while it loads', async () => {
    project.write(
      'src/models/user.ts',
      `${project.read('src/models/user.ts')}\nthrow new Error('not today');\n`,
    );
    const { exitCode, stderr } = await project.run(['prepare', '--message', 'x']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('cannot be loaded: not today');
    // The line of the source, not of what the compiler made of it.
    const line =
      project
        .read('src/models/user.ts')
        .split('\n')
        .findIndex((text) => text.startsWith('throw')) + 1;
    expect(stderr).toContain(`src/models/user.ts:${line}:`);
  });
});

describe('the history', () => {
  test('a file was deleted after it ran', async () => {
    const [first, second] = writeHistory([
      ['one', ['CREATE TABLE one ()'], ['DROP TABLE one']],
      ['two', ['CREATE TABLE two ()'], ['DROP TABLE two']],
    ]);
    expect((await project.run(['migrate'])).exitCode).toBe(0);
    project.remove(`src/versions/${first}.ts`);
    for (const command of ['migrate', 'downgrade', 'check']) {
      const { exitCode, stderr } = await project.run([command]);
      expect(exitCode).toBe(8);
      expect(stderr).toContain(
        'error  The migration Migration1700000000000 ran on this database, but its file is gone.',
      );
      expect(stderr).toContain(
        "next   Go to the branch or the commit that has it (git log --all --oneline -- '*1700000000000*'); or undo what ran: npx retort downgrade --from-journal --to base\n",
      );
    }
    const { stdout } = await project.run(['status', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ head: second, missing: ['Migration1700000000000'] });
  });

  test('an up fails half-way: nothing of it stays, and the ones before it do', async () => {
    const [, second] = writeHistory([
      ['one', ['CREATE TABLE one ()'], ['DROP TABLE one']],
      ['two', ['CREATE TABLE two ()', 'ALTER TABLE nowhere ADD COLUMN x integer'], []],
      ['three', ['CREATE TABLE three ()'], []],
    ]);
    const { exitCode, stdout, stderr } = await project.run(['migrate']);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^applied {2}1700000000000_one {2}\d+ ms\n$/);
    expect(stderr).toContain(
      `error  The up of ${second} failed: relation "nowhere" does not exist. Nothing of it stays: its transaction was rolled back.`,
    );
    expect(stderr).toContain('ALTER TABLE nowhere ADD COLUMN x integer');
    expect(await query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)).toEqual([
      { tablename: 'migrations' },
      { tablename: 'one' },
      { tablename: 'retort_journal' },
    ]);
    expect(await query('SELECT name FROM migrations')).toEqual([{ name: 'Migration1700000000000' }]);
  });

  test('two migrations have one timestamp', async () => {
    writeHistory([['one', [], []]]);
    project.write('src/versions/1700000000000_other.ts', migrationSource(1700000000000, [], []));
    const { exitCode, stderr } = await project.run(['migrate']);
    expect(exitCode).toBe(8);
    expect(
      stderr,
    ).toBe(`error  Two migrations have the timestamp 1700000000000, so their order is not known: 1700000000000_one and 1700000000000_other.
at     src/versions/1700000000000_other.ts
next   Give the later one a later timestamp, in its file's name, its class's name and index.ts.
`);
  });

  test('Ctrl-C in the middle: the statement is ended in the server, and its migration rolled back', async () => {
    const [, second] = writeHistory([
      ['one', ['CREATE TABLE one ()'], []],
      ['two', ['CREATE TABLE two ()', 'SELECT pg_sleep(300)'], []],
    ]);
    const child = project.start(['migrate']);
    const finished = finish(child);
    await waitUntil(async () => (await sleepers()) === 1);
    child.kill('SIGINT');
    const { exitCode, stderr } = await finished;
    expect(exitCode).toBe(130);
    expect(stderr).toContain(
      `error  Interrupted. The up of ${second} was rolled back; what ran before it stays.`,
    );
    expect(stderr).toContain('next   To go on: npx retort migrate');
    expect(await sleepers()).toBe(0);
    expect(await query('SELECT name FROM migrations')).toEqual([{ name: 'Migration1700000000000' }]);
    expect(await query(`SELECT to_regclass('two') AS two`)).toEqual([{ two: null }]);
  });

  test('there is no permission to write', async () => {
    project.write('src/versions/.keep', '');
    const folder = join(project.root, 'src/versions');
    const unprivileged = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    chmodSync(folder, 0o555);
    for (const path of [project.root, join(project.root, 'src')]) chmodSync(path, 0o755);
    if ('uid' in unprivileged) chownSync(folder, 0, 0);
    const { exitCode, stderr } = await project.run(['prepare', '--message', 'x'], {}, unprivileged);
    chmodSync(folder, 0o755);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: `error  The migration cannot be written: no permission (EACCES).
at     src/versions
next   Let yourself write there: chmod u+w 'src/versions'
`,
    });
    expect(project.versions()).toEqual([]);
  });
});

describe('the command line', () => {
  test.each([
    [['nonsense'], "error: unknown command 'nonsense'"],
    [['status', '--nonsense'], "error: unknown option '--nonsense'"],
    [['migrate', '--to'], "error: option '--to <target>' argument missing"],
  ])('%j', async (parameters, says) => {
    const { exitCode, stderr } = await project.run(parameters);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
  });

  test.each(['baseline', 'prepare'])('the data source names another table: %s', async (command) => {
    project.write(
      'retort.config.ts',
      project.read('retort.config.ts').replace('({ entities', "({ migrationsTableName: 'done', entities"),
    );
    expect(await project.run([command, '--message', 'first'])).toMatchObject({
      exitCode: 2,
      stderr: `error  The data source and retort.config.ts disagree on migrationsTable: done and migrations.
at     retort.config.ts
next   Set it there: migrationsTable: 'done'
`,
    });
    expect(readdirSync(join(project.root, 'src'))).not.toContain('versions');
  });

  test('a target that is none', async () => {
    expect(await project.run(['downgrade', '--to', '-3'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  The target "-3" cannot be reached: the number of applied migrations is 0.
at     npx retort downgrade --to
next   Use base, -N, or a name that this prints: npx retort history
`,
    });
  });

  test('settings with every problem at once', async () => {
    project.write('retort.config.ts', 'export default { migrations: 3, model: "x" };\n');
    const { exitCode, stderr } = await project.run(['status']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('dataSource must be a function');
    expect(stderr).toContain('migrations must be the path of the folder of the migrations');
    expect(stderr).toContain('there is no setting model');
  });

  test('help tells the options of a command in either form', async () => {
    const inFront = await project.run(['help', 'migrate']);
    expect(inFront).toMatchObject({ exitCode: 0, stderr: '' });
    expect(inFront.stdout).toContain('--rehearse');
    expect((await project.run(['migrate', '--help'])).stdout).toBe(inFront.stdout);
    expect((await project.run(['migrate', '--nonsense'])).exitCode).toBe(2);
    expect((await project.run(['nonsense'])).exitCode).toBe(2);
  });

  const settings = "{ dataSource: async () => ({ entities: [] }), migrations: 'src/versions' }";
  test.each([
    ['mts', `import { defineConfig } from 'retort';\nexport default defineConfig(${settings});`],
    ['cts', `export default ${settings} as const;`],
    ['js', `module.exports = ${settings};`],
    ['cjs', `module.exports = require('retort').defineConfig(${settings});`],
    ['cjs', `exports.default = ${settings};`],
    ['mjs', `import { defineConfig } from 'retort';\nexport default defineConfig(${settings});`],
  ])('settings may be in retort.config.%s', async (extension, text) => {
    project.remove('retort.config.ts');
    project.write(`retort.config.${extension}`, text);
    expect(await project.run(['status'])).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('no settings at all', async () => {
    project.remove('retort.config.ts');
    const { exitCode, stderr } = await project.run(['status']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error  There is no retort.config.ts.');
  });

  test('a database that is not local is dropped only when its name is typed', async () => {
    const url = 'postgres://user:hush@db.example.invalid/shop';
    for (const [flags, what] of [
      [[], 'The database shop is not on this machine, so it is dropped only when its name is typed.'],
      [['--confirm', 'store'], 'The name that was typed is store, and the database is shop.'],
    ] as const) {
      expect(await project.run(['wipe', ...flags], { POSTGRES_URL: url })).toEqual({
        exitCode: 6,
        stdout: '',
        stderr: `error  ${what}
at     db.example.invalid:5432/shop
next   To drop it with everything in it: npx retort wipe --confirm shop
`,
      });
    }
  });
});

async function sleepers(): Promise<number> {
  const rows = await query(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query = 'SELECT pg_sleep(300)'`,
  );
  return Number(rows[0]?.count);
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not happen within 30 s.');
  }
}

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
