import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const top = resolve(__dirname, '../../..');

/** What make would do (`-n`), with nothing of the make that runs this test. */
function make(...typed: readonly string[]) {
  const { PATH, HOME } = process.env;
  return spawnSync('make', ['-n', ...typed], { cwd: top, env: { PATH, HOME }, encoding: 'utf8' });
}

test('a message of several words without quotes is refused, with what to type', () => {
  const { status, stderr, stdout } = make('db-prepare', 'MSG=add', 'status', 'to', 'widgets');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(
    /^Makefile:\d+: \*\*\* A message of several words is put in quotes: make db-prepare MSG="add status to widgets"\. +Stop\.\n$/,
  );
});

test('one in quotes is passed on, and so are targets that are typed together', () => {
  const { status, stdout } = make('db-prepare', 'MSG=add status to widgets', 'db-status');
  expect(status).toBe(0);
  expect(stdout).toMatch(/retort\.js prepare [\s\S]*retort\.js status/);
});
