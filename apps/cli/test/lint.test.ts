import { execFileSync } from 'node:child_process';
import { createProject, migrationSource, type Project } from './project';

let project: Project;
const git = (...parameters: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=ada', '-c', 'user.email=ada@example.invalid', ...parameters], {
    cwd: project.root,
    stdio: 'pipe',
  });
const lint = (...flags: readonly string[]) =>
  project.run(['lint', ...flags], { POSTGRES_URL: 'postgres://127.0.0.1:1/nowhere' });
const write = (number: number, name: string, up: readonly string[]) =>
  project.write(
    `src/versions/170000000000${number}_${name}.ts`,
    migrationSource(1_700_000_000_000 + number, up, ['SELECT 1']),
  );

beforeEach(async () => {
  project = await createProject();
  write(0, 'add_users', ['CREATE TABLE users ()']);
});
afterEach(() => project.dispose());

test('looks at the files, without a database, and says what is wrong and what is risky', async () => {
  expect(await lint()).toEqual({
    exitCode: 0,
    stdout: 'In order: 1 migration, and nothing to say about it.\n',
    stderr: '',
  });
  write(1, 'drop_users', ['DROP TABLE users']);
  expect(await lint()).toMatchObject({
    exitCode: 0,
    stdout: `src/versions/1700000000001_drop_users.ts
  hazard  loses-data: The rows of users are gone.
0 wrong, 1 hazard, in 2 migrations.
`,
  });
  expect((await lint('--strict')).exitCode).toBe(6);
  write(2, 'clean_up', ['DELETE FROM users']);
  const { exitCode, stdout } = await lint();
  expect(exitCode).toBe(1);
  expect(stdout).toContain(`src/versions/1700000000002_clean_up.ts
  wrong   hard-delete: DELETE FROM deletes rows for good: archive them.
1 wrong, 1 hazard, in 3 migrations.
Next: correct what is wrong, or say in that file why it is right: // retort-lint-allow <rule>: <why>
`);
  expect(JSON.parse((await lint('--json')).stdout)).toEqual({
    command: 'lint',
    outcome: 'refused',
    migrations: ['1700000000000_add_users', '1700000000001_drop_users', '1700000000002_clean_up'],
    findings: [
      {
        migration: '1700000000001_drop_users',
        level: 'hazard',
        rule: 'loses-data',
        says: 'The rows of users are gone.',
      },
      {
        migration: '1700000000002_clean_up',
        level: 'wrong',
        rule: 'hard-delete',
        says: 'DELETE FROM deletes rows for good: archive them.',
      },
    ],
  });
});

test('--base looks at what is not on that branch, and fails where what is on it was edited', async () => {
  write(1, 'clean_up', ['DELETE FROM users']);
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', 'src');
  git('commit', '--quiet', '-m', 'first');
  write(2, 'add_tags', ['CREATE TABLE tags ()']);
  expect(await lint('--base', 'main')).toMatchObject({
    exitCode: 0,
    stdout: 'In order: 1 migration, and nothing to say about it.\n',
  });
  write(1, 'clean_up', ['UPDATE users SET a = 1 WHERE true']);
  expect(await lint('--base', 'main')).toMatchObject({
    exitCode: 8,
    stderr: expect.stringContaining('and it was edited here.'),
  });
});
