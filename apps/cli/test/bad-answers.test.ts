import { createProject, type Project } from './project';
import { writeHistory } from './write-history';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.dispose());

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
    const [stem] = writeHistory(project, [['add_users', [], []]]);
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

test('all that may be lost is consented to with the one line that is printed', async () => {
  writeHistory(project, [
    [
      'add_users',
      [
        'CREATE TABLE users (id integer CONSTRAINT pk_users PRIMARY KEY, email text NOT NULL, a text, b text)',
      ],
      ['DROP TABLE users'],
    ],
  ]);
  const prepare = (...flags: string[]) => project.run(['prepare', '--message', 'drop both', ...flags]);
  const { exitCode, stdout } = await prepare();
  expect(exitCode).toBe(6);
  const [, all = ''] =
    /\n\nNothing was written\. If all of it is meant, the same command with: --allow '(.*)'\n$/.exec(
      stdout,
    ) ?? [];
  expect(all.split(' ').sort()).toEqual(['drop-column:users.a', 'drop-column:users.b']);
  const halfMeant = await prepare('--allow', 'drop-column:users.b');
  expect(halfMeant.stdout).toContain("with: --allow 'drop-column:users.b drop-column:users.a'\n");
  expect((await prepare('--allow', all)).exitCode).toBe(0);
});
