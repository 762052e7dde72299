import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createProject, finish, migrationSource, type Project } from './project';

const bin = resolve(__dirname, '../bin/retort.js');

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(async () => {
  await project.run(['teardown'], { POSTGRES_URL: undefined });
  await project.dispose();
});

test('Ctrl-C while Postgres makes its data is an interruption; the next setup goes on, and tells of its migrations what migrate does', async () => {
  // As root, Postgres runs as another user, who has to get there.
  chmodSync(project.root, 0o755);
  const env = { PATH: process.env.PATH, HOME: project.root, RETORT_SERVICES: 'embedded' };
  const child = spawn(process.execPath, [bin, 'setup'], { cwd: project.root, env });
  const ended = finish(child);
  const postgres = join(project.root, '.retort/postgres');
  const isBegun = () =>
    existsSync(postgres) &&
    readdirSync(postgres, { recursive: true }).some((name) => /base$/.test(String(name)));
  while (child.exitCode === null && !isBegun()) await setTimeout(5);
  // As a terminal does: to the command, and to what it runs.
  child.kill('SIGINT');
  for (const pid of childrenOf(child)) process.kill(pid, 'SIGKILL');
  expect(await ended).toMatchObject({
    exitCode: 130,
    stderr: `error  Interrupted.
at     the start of Postgres and Redis
next   Run the command again: it begins where this one ended.
`,
  });
  const notice = "DO $$ BEGIN RAISE NOTICE 'one moment'; END $$";
  project.write('src/versions/1700000000000_wait.ts', migrationSource(1_700_000_000_000, [notice], []));
  expect(
    await project.run(['setup'], { POSTGRES_URL: undefined, RETORT_SERVICES: 'embedded' }),
  ).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(
      /^notice {3}1700000000000_wait {2}one moment\napplied {2}1700000000000_wait {2}\d+ ms$/m,
    ),
    stderr: '',
  });
});

function childrenOf({ pid }: ChildProcess): readonly number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : Number(line)));
}
