import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createProject, finish, migrationSource, type Project } from './project';
import { queryRows } from './query-rows';

/** Of util-linux: it runs a command on a terminal of its own. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');
const here = hasScript ? describe : describe.skip;

here('on a terminal', () => {
  let project: Project;
  beforeEach(async () => {
    project = await createProject();
  });
  afterEach(() => project.dispose());

  function write(number: number, up: readonly string[]): void {
    const timestamp = 1_700_000_000_000 + number;
    project.write(`src/versions/${timestamp}_m${number}.ts`, migrationSource(timestamp, up, []));
  }

  function start(environment: Readonly<Record<string, string>> = {}, command = 'migrate'): ChildProcess {
    const retort = join(project.root, 'node_modules', 'retort', 'bin', 'retort.js');
    return spawn('script', ['-qec', `'${process.execPath}' '${retort}' ${command}`, '/dev/null'], {
      cwd: project.root,
      env: {
        TERM: 'xterm',
        PATH: process.env.PATH ?? '',
        HOME: project.root,
        POSTGRES_URL: project.url,
        ...environment,
      },
    });
  }

  const red = '\u001b[31merror\u001b[39m';
  const live = '\r\u001b[K\u001b[?7l';

  it('errors are coloured, and what runs has a live line with a bar; NO_COLOR and CI are heeded', async () => {
    write(0, ['CREATE TABLE t0 ()']);
    write(1, ['SELECT 1/0']);
    const { stdout, exitCode } = await finish(start());
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`${live}[..........`);
    expect(stdout).toContain(`${live}[##########..........] 1/2 `);
    expect(stdout).toContain(`${red}  The up of 1700000000001_m1 failed: division by zero.`);
    const plain = await finish(start({ NO_COLOR: '1' }));
    expect(plain.stdout).toContain('error  The up of 1700000000001_m1 failed');
    expect(plain.stdout).not.toContain(red);
    expect((await finish(start({ CI: 'true' }))).stdout).not.toContain(live);
  });

  it('an answer that cannot be used is asked for again, with the reason', async () => {
    project.write(
      'src/versions/1700000000000_users.ts',
      migrationSource(
        1_700_000_000_000,
        ['CREATE TABLE users (id integer CONSTRAINT pk_users PRIMARY KEY, email text)'],
        ['DROP TABLE users'],
      ),
    );
    await finish(start());
    await queryRows(project.url, 'INSERT INTO users VALUES (1, NULL)');
    const child = start({}, 'prepare --message required');
    const typed = ['1\n', 'nope(1)\n', '1\n', `'none'\n`];
    let answered = 0;
    let shown = '';
    child.stdout?.on('data', (chunk) => {
      shown += chunk;
      const asked = shown.match(/Number: |users\.email=(?!')/g)?.length ?? 0;
      if (asked > answered) child.stdin?.write(typed[answered++] ?? '');
    });
    const { exitCode, stdout } = await finish(child);
    expect(stdout).toMatch(
      /1 row of users has no email\.[\s\S]*function nope\(integer\) does not exist[\s\S]*next\S* +Answer again, or leave with Ctrl-C\.[\s\S]*1 row of users has no email\.[\s\S]*Wrote src\/versions/,
    );
    expect(exitCode).toBe(0);
  });

  it('Ctrl-C ends the statement in the server, and exits 130', async () => {
    write(0, ['SELECT pg_sleep(300)']);
    const child = start();
    const ended = finish(child);
    const asleep = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`;
    while ((await queryRows(project.url, asleep)).length === 0);
    child.stdin?.write('\u0003');
    const { stdout, exitCode } = await ended;
    expect(exitCode).toBe(130);
    expect(stdout).toContain(
      'Interrupted. The up of 1700000000000_m0 was rolled back; what ran before it stays.',
    );
    expect(await queryRows(project.url, asleep)).toEqual([]);
  });
});
