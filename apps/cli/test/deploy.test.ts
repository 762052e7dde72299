import { Client } from 'pg';
import { migrationSource } from './project';
import { shop } from './shop';

const { write, query, database } = shop;

describe('retort migrate', () => {
  test('--plan prints what would run, in order, and runs nothing', async () => {
    expect(await shop.project.run(['migrate', '--plan', '--to', '+2'])).toEqual({
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
    shop.project.remove('src/versions/1700000000000_add_users.ts');
    const shown = [
      await shop.project.run(['migrate', '--plan']),
      await shop.project.run(['migrate', '--plan', '--json']),
      await shop.project.run(['migrate', '--to', '+1', '--json-lines']),
      await shop.project.run(['status', '--json']),
    ];
    await shop.project.run(['downgrade']);
    expect(shown.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(JSON.stringify(shown)).toContain("PASSWORD '********'");
    expect(JSON.stringify(shown)).not.toContain('cret');
    expect((await shop.project.run(['migrate', '--sql', '--to', '+1'])).stdout).toContain(secret);
  });

  test('--rehearse says what it would lock, rewrite and change, and keeps none of it', async () => {
    await shop.project.run(['migrate', '--to', '+2']);
    write(2, 'add_age', ['ALTER TABLE users ALTER id TYPE bigint', 'UPDATE users SET id = id + 1'], []);
    const { stdout } = await shop.project.run(['migrate', '--rehearse']);
    expect(stdout.replace(/\d+ ms/, 'N ms')).toBe(`rehearsed  1700000000002_add_age  N ms
  locks     users  AccessExclusiveLock
  locks     users  ShareLock
  locks     users  RowExclusiveLock
  rewrites  users
  rows      users  0 inserted, 2 updated, 0 deleted
All of it was rolled back.
`);
    expect((await shop.project.run(['status'])).stdout).toContain('pending  1');
    expect(await query('SELECT min(id) FROM users')).toEqual([{ min: 1 }]);
  });

  test('--json-lines prints a line for each thing that happens', async () => {
    const { stdout } = await shop.project.run(['migrate', '--to', '+1', '--json-lines']);
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
    const { stdout } = await shop.project.run(['migrate']);
    expect(stdout).toMatch(
      /applied {2}1700000000002_add_age {2}.*\nnotice {3}1700000000003_clean {2}table "cache" does not exist, skipping\napplied {2}1700000000003_clean/,
    );
    const undone = await shop.project.run(['downgrade', '--json']);
    expect(JSON.parse(undone.stdout).migrations).toEqual([
      expect.objectContaining({ notices: [{ severity: 'NOTICE', message: says }], noticesLeftOut: 0 }),
    ]);
    const { stdout: lines } = await shop.project.run(['migrate', '--json-lines']);
    expect(
      lines
        .split('\n')
        .slice(2, 3)
        .map((line) => JSON.parse(line)),
    ).toEqual([{ event: 'notice', migration: '1700000000003_clean', severity: 'NOTICE', message: says }]);
  });

  test('--json prints nothing else on stdout, whatever a migration and a hook print', async () => {
    const config = shop.project.read('retort.config.ts');
    shop.project.write(
      'retort.config.ts',
      config.replace('});', "afterEach: () => console.log('a hook') });"),
    );
    const timestamp = 1_700_000_000_000;
    const source = migrationSource(timestamp, ['CREATE TABLE users ()'], ['DROP TABLE users']);
    shop.project.write(
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
      const { stdout, stderr, exitCode } = await shop.project.run(['migrate', '--to', '+1', flag]);
      expect(exitCode).toBe(0);
      expect(of(stdout).at(-1)).toMatchObject({ command: 'migrate' });
      expect(stderr).toMatch(/^a migration\napplied .*\na hook\n$/);
      await shop.project.run(['downgrade']);
    }
  });

  test('a long statement is told with who holds it up, and --lock-retries gives up with exit code 7', async () => {
    await shop.project.run(['migrate', '--to', '+2']);
    const application = new Client({ connectionString: shop.project.url, application_name: 'the shop' });
    await application.connect();
    await application.query('BEGIN');
    await application.query('SELECT * FROM users');
    const flags = ['--statement-lock-timeout', '3s', '--lock-retries', '0'];
    const { stdout, stderr, exitCode } = await shop.project.run(['migrate', ...flags]);
    await application.end();
    expect(exitCode).toBe(7);
    expect(stdout).toMatch(
      /^running {2}1700000000002_add_age {2}2\d\d\d ms {2}ALTER TABLE users ADD COLUMN age int, waits for process \d+ \(the shop, \d+\.\d s\): SELECT \* FROM users$/m,
    );
    expect(stderr).toMatch(
      /^error {2}The up of 1700000000002_add_age did not get a lock within 3 s\. It was held by process \d+ \(the shop, /,
    );
    expect((await shop.project.run(['migrate'])).exitCode).toBe(0);
  });

  test('hooks are called before the first, after each, and after the last; what they throw stops the run', async () => {
    const config = shop.project.read('retort.config.ts');
    const say = (name: string) =>
      `${name}: async (context) => { require('node:fs').appendFileSync('hooks.txt', '${name} ' + JSON.stringify(context) + '\\n'); },`;
    const hooks = ['beforeMigrate', 'afterEach', 'afterMigrate'].map(say).join('\n');
    shop.project.write('retort.config.ts', config.replace('});', `${hooks}\n});`));
    await shop.project.run(['migrate', '--to', '+1']);
    await shop.project.run(['migrate', '--to', 'add_users']);
    expect(shop.project.read('hooks.txt').replace(/"durationMs":[\d.]+/, '"durationMs":1')).toBe(
      `beforeMigrate {"direction":"up","migrations":["1700000000000_add_users"]}
afterEach {"direction":"up","migration":"1700000000000_add_users","durationMs":1}
afterMigrate {"direction":"up","migrations":["1700000000000_add_users"]}
`,
    );
    shop.project.write(
      'retort.config.ts',
      config.replace('});', `beforeMigrate: () => { throw new Error('not on a Friday'); } });`),
    );
    expect(await shop.project.run(['migrate'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(
        `error  The hook beforeMigrate failed: not on a Friday\nat     beforeMigrate (retort.config.ts:`,
      ),
    });
    expect((await shop.project.run(['status'])).stdout).toContain('pending  2');
    shop.project.write(
      'retort.config.ts',
      config.replace('});', `afterEach: () => { throw 'the cache does not answer'; } });`),
    );
    expect(await shop.project.run(['migrate'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('error  The hook afterEach failed: the cache does not answer'),
    });
    // What was committed stays, and nothing more is run.
    expect((await shop.project.run(['status'])).stdout).toContain('pending  1');
  });

  test.each([
    [['--lock-timeout', 'soon'], '"soon" is no duration.'],
    [['--on-locked', 'cry'], '"cry" is nothing that can be done while another runner works.'],
    [['--lock-retries', 'some'], '"some" is no number of retries.'],
  ])('%j', async (flags, what) => {
    expect(await shop.project.run(['migrate', ...flags])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(`error  ${what}\n`),
    });
  });

  test('a duration that is none is told where it is written: in the settings', async () => {
    const config = shop.project.read('retort.config.ts');
    shop.project.write('retort.config.ts', config.replace('});', "lockTimeout: '3 secs' });"));
    expect(await shop.project.run(['migrate'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  "3 secs" is no duration.
at     lockTimeout in retort.config.ts
next   Write it like 500ms, 30s or 2min: lockTimeout: '30s'
`,
    });
  });
});

test('a target that is reached already is told from a history of which nothing is left', async () => {
  expect((await shop.project.run(['migrate', '--to', '+1'])).exitCode).toBe(0);
  for (const [command, to, nothing] of [
    ['migrate', 'add_users', 'Nothing to do: add_users is applied.'],
    ['downgrade', 'add_users', 'Nothing to do: none is applied after add_users.'],
  ] as const) {
    expect(await shop.project.run([command, '--to', to])).toEqual({
      exitCode: 0,
      stdout: `${nothing}\n`,
      stderr: '',
    });
  }
  await shop.project.run(['downgrade']);
  expect((await shop.project.run(['downgrade', '--to', 'base'])).stdout).toBe(
    'Nothing to do: no migration is applied.\n',
  );
});

test('a reader that goes away stops no migration', async () => {
  const child = shop.project.start(['migrate']);
  child.stdout?.destroy();
  child.stderr?.destroy();
  expect(await new Promise((done) => child.on('exit', done))).toBe(0);
  expect((await shop.project.run(['status'])).stdout).toContain('applied  3\npending  0\n');
});

test.each(['--plan', '--sql', '--rehearse'])('downgrade %s undoes nothing', async (flag) => {
  await shop.project.run(['migrate']);
  const { stdout, exitCode } = await shop.project.run(['downgrade', flag]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/1700000000002_add_age/);
  expect((await shop.project.run(['status'])).stdout).toContain('applied  3\npending  0\n');
});
