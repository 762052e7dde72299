import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createProject, finish, type Project } from './project';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.dispose());

/** Says that it runs, and waits for its end. */
const hang =
  "require('node:fs').writeFileSync('runs', ''); process.stdin.resume(); setInterval(() => {}, 1000);";

test.each([
  [
    'the formatter',
    () =>
      project.write(
        'retort.config.ts',
        project
          .read('retort.config.ts')
          .replace(
            "models: 'src/models',",
            "models: 'src/models', format: () => [process.execPath, '-e', process.env.HANG ?? ''],",
          ),
      ),
  ],
  [
    'the compiler',
    () => {
      project.remove('node_modules/typescript');
      project.write('node_modules/typescript/package.json', '{ "name": "typescript", "version": "5.9.3" }');
      project.write('node_modules/typescript/bin/tsc', hang);
    },
  ],
])('Ctrl-C, which ends %s too, is an interruption, and nothing is written', async (_what, arrange) => {
  arrange();
  const child = project.start(['prepare', '--message', 'first'], { HANG: hang });
  const ended = finish(child);
  while (child.exitCode === null && !existsSync(join(project.root, 'runs'))) await setTimeout(5);
  const { stdout } = spawnSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' });
  // As a terminal does: to the command, and to what it runs.
  for (const pid of [child.pid ?? 0, ...stdout.trim().split('\n').map(Number)]) process.kill(pid, 'SIGINT');
  expect(await ended).toEqual({
    exitCode: 130,
    stdout: '',
    stderr: 'error  Interrupted.\nat     Ctrl-C\nnext   Run the command again.\n',
  });
  expect(existsSync(join(project.root, 'src/versions'))).toBe(false);
});
