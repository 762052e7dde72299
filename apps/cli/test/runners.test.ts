import type { ChildProcess } from 'node:child_process';
import { Client } from 'pg';
import { createProject, finish, migrationSource, type Project } from './project';
import { queryRows } from './query-rows';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.dispose());

function write(number: number, up: readonly string[], down: readonly string[], transaction = true): void {
  const timestamp = 1_700_000_000_000 + number;
  const source = migrationSource(timestamp, up, down);
  project.write(
    `src/versions/${timestamp}_m${number}.ts`,
    transaction ? source : source.replace('  async up', '  readonly transaction = false;\n  async up'),
  );
}

const query = (sql: string) => queryRows(project.url, sql);

async function untilFound(sql: string): Promise<void> {
  while ((await query(sql)).length === 0);
}

const asleep = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`;

describe('many runners at once', () => {
  /** 50 rounds take some minutes: RETORT_TEST_ROUNDS=50. */
  const rounds = Number(process.env.RETORT_TEST_ROUNDS ?? 1);

  test('20 processes: each migration is applied once, and every process ends well', async () => {
    for (let number = 0; number < 5; number++) {
      write(
        number,
        [`CREATE TABLE t${number} (id int)`, `INSERT INTO t${number} VALUES (1)`],
        [`DROP TABLE t${number}`],
      );
    }
    write(5, ['CREATE INDEX CONCURRENTLY i ON t0 (id)'], ['DROP INDEX CONCURRENTLY i'], false);
    for (let round = 0; round < rounds; round++) {
      const ended = await Promise.all(
        Array.from({ length: 20 }, () => project.run(['migrate', '--lock-timeout', '300s'])),
      );
      expect(ended.filter(({ exitCode }) => exitCode !== 0)).toEqual([]);
      const applied = ended.flatMap(({ stdout }) =>
        stdout.split('\n').filter((line) => line.startsWith('applied')),
      );
      expect(applied).toHaveLength(6);
      expect(await query('SELECT name FROM migrations')).toHaveLength(6);
      expect(await query('SELECT FROM t4')).toHaveLength(1);
      await project.run(['downgrade', '--to', 'base']);
    }
  }, 3_600_000);

  test('--on-locked fail ends with 7 and names the holder, skip with 0, --lock-timeout with 7', async () => {
    write(0, ['SELECT pg_sleep(60)'], []);
    const first = project.start(['migrate']);
    await untilFound(asleep);
    const failed = await project.run(['migrate', '--on-locked', 'fail']);
    expect(failed.exitCode).toBe(7);
    expect(failed.stderr).toMatch(
      /^error {2}Another runner is migrating this database: retort migration lock, \S+, process \d+ of the server, from \S+, since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S+\.$/m,
    );
    const skipped = await project.run(['migrate', '--on-locked', 'skip']);
    expect(skipped.exitCode).toBe(0);
    for (const command of ['migrate', 'downgrade', 'stamp']) {
      const told = await project.run([command, '--on-locked', 'skip', '--json']);
      expect(JSON.parse(told.stdout)).toMatchObject({ command, outcome: 'skipped' });
    }
    expect(skipped.stdout).toContain('Skipped. Another runner is migrating this database: ');
    expect(await project.run(['migrate', '--lock-timeout', '300ms'])).toMatchObject({
      exitCode: 7,
      stderr: expect.stringContaining(
        'error  Another runner has been migrating this database for more than 0.3 s: ',
      ),
    });
    const ended = finish(first);
    first.kill('SIGINT');
    expect((await ended).exitCode).toBe(130);
  });
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends the statement in the server, rolls back, and exits 130',
  async (signal) => {
    write(0, ['CREATE TABLE t0 ()', 'SELECT pg_sleep(60)'], []);
    const child = project.start(['migrate']);
    const ended = finish(child);
    await untilFound(asleep);
    child.kill(signal);
    expect(await ended).toMatchObject({
      exitCode: 130,
      stderr: `error  Interrupted. The up of 1700000000000_m0 was rolled back; what ran before it stays.
at     src/versions/1700000000000_m0.ts
next   To go on: npx retort migrate
`,
    });
    expect(await query(asleep)).toEqual([]);
    expect(await query(`SELECT to_regclass('t0') AS t0`)).toEqual([{ t0: null }]);
  },
);

function writeCode(number: number, code: string): void {
  const timestamp = 1_700_000_000_000 + number;
  const source = migrationSource(timestamp, ['SELECT 1'], []);
  project.write(
    `src/versions/${timestamp}_m${number}.ts`,
    source.replace('    await', `    ${code}\n    await`),
  );
}

test('Ctrl-C ends a migration that waits for something else than the server', async () => {
  writeCode(
    0,
    'await queryRunner.query("SELECT 2");\n    await new Promise((done) => setTimeout(done, 600_000));',
  );
  const child = project.start(['migrate']);
  const ended = finish(child);
  await untilFound(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT 2' AND state = 'idle in transaction'`,
  );
  child.kill('SIGINT');
  expect(await ended).toMatchObject({
    exitCode: 130,
    stderr: expect.stringContaining(
      'error  Interrupted. The up of 1700000000000_m0 was rolled back; what ran before it stays.',
    ),
  });
});

test('a migration that ends the process is no success', async () => {
  writeCode(0, 'process.exit(0);');
  expect(await project.run(['migrate'])).toMatchObject({
    exitCode: 1,
    stderr: `error  The command was ended before it was done.
at     a migration, a hook or the settings: something there calls process.exit, or waits for what never comes
next   Take that out, and see what is applied: npx retort status
`,
  });
  expect((await project.run(['status'])).stdout).toContain('pending  1');
});

describe('a runner that is killed', () => {
  /** Kills a run with SIGKILL in the middle of a statement. */
  async function killAsleep(child: ChildProcess): Promise<void> {
    const ended = finish(child);
    await untilFound(asleep);
    child.kill('SIGKILL');
    await ended;
  }

  test('leaves its statement running in the server: the next one ends that first, and applies all', async () => {
    write(
      0,
      [
        'CREATE TABLE users (id int)',
        "SELECT pg_sleep(CASE WHEN to_regclass('awake') IS NULL THEN 300 ELSE 0 END)",
      ],
      [],
    );
    await killAsleep(project.start(['migrate']));
    expect(await query(asleep)).toHaveLength(1);
    await query('CREATE TABLE awake ()');
    const { stdout, exitCode } = await project.run(['migrate']);
    expect(stdout).toMatch(
      /^ended {4}process \d+ of the server, which a runner that died had left: SELECT pg_sleep\(.*\napplied {2}1700000000000_m0 /,
    );
    expect(exitCode).toBe(0);
    expect(await query(asleep)).toEqual([]);
  });

  test('in the middle of CREATE INDEX CONCURRENTLY: status explains, the next run drops what is INVALID and finishes', async () => {
    await query('CREATE TABLE pace (slow boolean)');
    await query(`CREATE FUNCTION slow(id int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS
      $$ BEGIN PERFORM pg_sleep(300) FROM public.pace WHERE slow; RETURN id; END $$`);
    await query('INSERT INTO pace VALUES (true)');
    write(
      0,
      [
        'CREATE TABLE users (id int)',
        'INSERT INTO users VALUES (1)',
        'CREATE INDEX CONCURRENTLY ix ON users (slow(id))',
      ],
      ['DROP TABLE users'],
      false,
    );
    await killAsleep(project.start(['migrate']));
    expect((await project.run(['status'])).stdout).toContain(
      '  half done     1700000000000_m0  (its up stopped after 2 statements: its runner died)\nNext: finish 1700000000000_m0: npx retort migrate\n',
    );
    await query('UPDATE pace SET slow = false');
    const { stdout } = await project.run(['migrate']);
    expect(stdout).toMatch(
      /ended .*CREATE INDEX CONCURRENTLY.*\nresuming 1700000000000_m0 {2}2 of its statements ran before\ndropped {2}the index "public"\."ix", which was left INVALID\napplied {2}1700000000000_m0 /,
    );
    expect(await query('SELECT id FROM users')).toEqual([{ id: 1 }]);
    expect(await query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass")).toEqual([
      { indisvalid: true },
    ]);
  });
});

test('an application that writes while ten replicas start sees no error, and who reads for long is given way', async () => {
  write(
    0,
    [
      'CREATE TABLE users (id serial, name text)',
      `INSERT INTO users (name) SELECT 'x' FROM generate_series(1, 20000)`,
    ],
    [],
  );
  await project.run(['migrate']);
  write(1, ['ALTER TABLE users ADD COLUMN age int'], []);
  write(2, ['CREATE INDEX CONCURRENTLY ix ON users (name)'], [], false);
  write(3, ['ALTER TABLE users ADD CONSTRAINT ck CHECK (id > 0) NOT VALID'], []);
  write(4, ['ALTER TABLE users VALIDATE CONSTRAINT ck'], []);
  const seen = { queries: 0, errors: 0 };
  let isOver = false;
  const application = async () => {
    const client = new Client({ connectionString: project.url, application_name: 'the shop' });
    await client.connect();
    while (!isOver) {
      try {
        await client.query(
          "BEGIN; INSERT INTO users (name) VALUES ('y'); SELECT * FROM users LIMIT 5; COMMIT",
        );
      } catch {
        seen.errors++;
      }
      seen.queries++;
    }
    await client.end();
  };
  /** Reads for longer than the lock timeout: what needs the table for itself has to give way, and come again. */
  const reader = new Client({ connectionString: project.url });
  await reader.connect();
  await reader.query('BEGIN; SELECT FROM users LIMIT 1');
  const reading = async () => {
    await untilFound(`SELECT FROM pg_locks WHERE relation = 'users'::regclass AND NOT granted`);
    await untilFound(
      `SELECT WHERE NOT EXISTS (SELECT FROM pg_locks WHERE relation = 'users'::regclass AND NOT granted)`,
    );
    await reader.end();
  };
  const working = [application(), application(), reading()];
  const patience = ['--statement-lock-timeout', '500ms', '--lock-retries', '50', '--lock-timeout', '5min'];
  const ended = await Promise.all(Array.from({ length: 10 }, () => project.run(['migrate', ...patience])));
  isOver = true;
  await Promise.all(working);
  expect(ended.map(({ exitCode }) => exitCode)).toEqual(ended.map(() => 0));
  const said = ended.map(({ stdout }) => stdout).join('');
  expect(said.match(/^applied .*_m\d/gm)?.map((line) => line.slice(-2))).toEqual(['m1', 'm2', 'm3', 'm4']);
  expect(said).toMatch(/retrying 1700000000001_m1 .* it did not get a lock/);
  expect(seen.errors).toBe(0);
  expect(seen.queries).toBeGreaterThan(20);
});
