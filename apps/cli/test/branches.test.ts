import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createProject, migrationSource, type Project } from './project';

let project: Project;
const git = (...parameters: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=ada', '-c', 'user.email=ada@example.invalid', ...parameters], {
    cwd: project.root,
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** A migration, and the registry with the `numbers`. */
function write(number: number, table: string, numbers: readonly number[]): void {
  const timestamp = 1_700_000_000_000 + number;
  project.write(
    `src/versions/${timestamp}_add_${table}.ts`,
    migrationSource(timestamp, [`CREATE TABLE ${table} ()`], [`DROP TABLE ${table}`]),
  );
  tables.set(number, table);
  const of = numbers.map((each) => ({ stamp: 1_700_000_000_000 + each, table: tables.get(each) }));
  project.write(
    'src/versions/index.ts',
    `${of.map(({ stamp, table: name }) => `import { Migration${stamp} } from './${stamp}_add_${name}';`).join('\n')}

export const migrations = [
${of.map(({ stamp }) => `  Migration${stamp},`).join('\n')}
];
`,
  );
}
const tables = new Map<number, string>();

beforeEach(async () => {
  project = await createProject();
  git('init', '--quiet', '--initial-branch', 'main');
  project.write('.gitignore', 'node_modules\n');
  write(0, 'users', [0]);
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  git('checkout', '--quiet', '-b', 'mine');
  write(1, 'widgets', [0, 1]);
  git('add', '.');
  git('commit', '--quiet', '-m', 'widgets');
  git('checkout', '--quiet', 'main');
  write(2, 'tags', [0, 2]);
  git('add', '.');
  git('commit', '--quiet', '-m', 'tags');
  git('checkout', '--quiet', 'mine');
});
afterEach(() => project.dispose());

test('two branches that both added a migration conflict in the registry; rebase moves mine behind theirs', async () => {
  expect((await project.run(['migrate'])).exitCode).toBe(0);
  expect(await project.run(['rebase', '--base', 'main'])).toMatchObject({
    exitCode: 8,
    stderr: `error  The migration 1700000000002_add_tags is on main and not here yet.
at     src/versions
next   git merge main (take either side of index.ts: it is written anew), then: npx retort rebase --base main
`,
  });
  expect(() => git('merge', '--quiet', 'main')).toThrow();
  expect(git('diff', '--name-only', '--diff-filter=U')).toBe('src/versions/index.ts\n');

  const { stdout, stderr, exitCode } = await project.run(['rebase', '--base', 'main']);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  const moved = project.versions().at(-1)?.replace('.ts', '') ?? '';
  expect(moved).toMatch(/^1[89]\d{11}_add_widgets$|^17[0-9]{11}_add_widgets$/);
  expect(moved).not.toContain('1700000000001');
  expect(stdout.replace(/ {2}\d+ ms/g, '')).toBe(`moved    1700000000001_add_widgets  to  ${moved}
undone   1700000000001_add_widgets
applied  1700000000002_add_tags
applied  ${moved}
Next: look at the change, and commit it: git add --all, git commit
`);
  expect(project.read(`src/versions/${moved}.ts`)).toContain(`export class Migration${moved.slice(0, 13)} `);
  expect((await project.run(['status'])).stdout).toContain(`head     ${moved}\napplied  3\npending  0\n`);
  expect((await project.run(['rebase', '--base', 'main'])).stdout).toBe(
    'Nothing to move: what is not on main comes after what is.\n',
  );
});

test('a careless merge, that takes one side of the registry, is seen by check', async () => {
  expect(() => git('merge', '--quiet', 'main')).toThrow();
  git('checkout', '--ours', 'src/versions/index.ts');
  expect(await project.run(['check'])).toMatchObject({
    exitCode: 8,
    stderr: expect.stringContaining('error  The registry does not list 1700000000002_add_tags.'),
  });
});

test('a registry that git left in conflict is told as that', async () => {
  expect(() => git('merge', '--quiet', 'main')).toThrow();
  expect(await project.run(['status'])).toEqual({
    exitCode: 8,
    stdout: '',
    stderr: `error  Git left the registry in conflict: two branches have each added a migration.
at     src/versions/index.ts
next   Take either side (git checkout --theirs -- 'src/versions/index.ts'), then: npx retort rebase
`,
  });
});

test('rebase writes the registry and schema.sql also where mine is behind theirs already', async () => {
  const config = project.read('retort.config.ts');
  project.write('retort.config.ts', config.replace('});', "  schemaFile: 'src/schema.sql',\n});"));
  git('checkout', '--quiet', 'main');
  expect(() => git('merge', '--quiet', 'mine')).toThrow();
  git('checkout', '--ours', 'src/versions/index.ts');
  expect(
    (await project.run(['rebase', '--base', 'mine'])).stdout,
  ).toBe(`Nothing to move: what is not on mine comes after what is.
Wrote src/versions/index.ts
Wrote src/schema.sql
Next: look at the change, and commit it: git add --all, git commit
`);
  expect((await project.run(['status'])).stdout).toContain('pending  3\n');
});

test('rebase writes schema.sql as the moved history makes it', async () => {
  const config = project.read('retort.config.ts');
  project.write('retort.config.ts', config.replace('});', "  schemaFile: 'src/schema.sql',\n});"));
  project.write('src/schema.sql', '-- of one of the two branches\n');
  expect(() => git('merge', '--quiet', 'main')).toThrow();
  const { stdout, exitCode } = await project.run(['rebase', '--base', 'main']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^moved .*\nWrote src\/schema\.sql\nNext: look at the change, and commit it: git add --all, git commit\n$/,
  );
  const tablesOf = [...project.read('src/schema.sql').matchAll(/CREATE TABLE "public"\."(\w+)"/g)];
  expect(tablesOf.map(([, name]) => name).sort()).toEqual(['tags', 'users', 'widgets']);
  expect((await project.run(['rebase', '--base', 'main'])).stdout).not.toContain('Wrote');
});

test('a rebase that does not hold leaves everything as it was', async () => {
  project.write(
    'src/versions/1700000000001_add_widgets.ts',
    migrationSource(1_700_000_000_001, ['CREATE TABLE widgets ()'], ['SELECT 1']),
  );
  git('commit', '--quiet', '--all', '-m', 'no way back');
  expect(() => git('merge', '--quiet', 'main')).toThrow();
  const before = [project.versions(), project.read('src/versions/index.ts')];
  expect(await project.run(['rebase', '--base', 'main'])).toMatchObject({
    exitCode: 8,
    stderr: expect.stringContaining(
      'error  Behind theirs, the down of add_widgets does not lead where it should. Nothing was moved.',
    ),
  });
  expect([project.versions(), project.read('src/versions/index.ts')]).toEqual(before);
});

test('check --base fails when a migration of the base branch was edited or removed', async () => {
  const onBase = () => project.run(['check', '--base', 'main']);
  expect((await onBase()).exitCode).not.toBe(8);
  const file = 'src/versions/1700000000000_add_users.ts';
  project.write(file, project.read(file).replace('CREATE TABLE', 'CREATE UNLOGGED TABLE'));
  expect(await onBase()).toMatchObject({
    exitCode: 8,
    stderr: `error  The migration 1700000000000_add_users.ts is on main, where databases may have run it, and it was edited here.
at     ${file} (edited)
next   git checkout $(git merge-base main HEAD) -- ':/${file}', and write another migration: npx retort prepare --message "…"
`,
  });
  project.remove(file);
  expect((await onBase()).stderr).toContain('and it was removed here.');
  expect(await project.run(['check', '--base', 'nowhere'])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('error  nowhere is not known here.'),
  });
});

test('check --base says what a clone lacks', async () => {
  const clone = async (folder: string, ...parameters: readonly string[]) => {
    git('clone', '--quiet', ...parameters, `file://${project.root}`, folder);
    cpSync(join(project.root, 'retort.config.ts'), join(folder, 'retort.config.ts'));
    symlinkSync(join(project.root, 'node_modules'), join(folder, 'node_modules'));
    cpSync(join(project.root, 'src/models'), join(folder, 'src/models'), { recursive: true });
  };
  const folder = join(project.root, 'shallow');
  await clone(folder, '--depth', '1', '--branch', 'mine');
  const inClone = (base: string) =>
    project.run(['check', '--base', base, '--config', join(folder, 'retort.config.ts')]);
  const { stderr, exitCode } = await inClone('origin/main');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('error  origin/main is not known here.\n');
  const fetch = /git fetch .*(?= \()/.exec(stderr)?.[0] ?? '';
  expect(fetch).toBe('git fetch origin +refs/heads/main:refs/remotes/origin/main');
  execFileSync('git', fetch.split(' ').slice(1).concat('--depth=1'), { cwd: folder, stdio: 'pipe' });

  const shallow = (await inClone('origin/main')).stderr;
  expect(shallow).toContain(
    'error  Where this branch left origin/main is not known: this clone is shallow.\n',
  );
  const deepen = /git fetch .*(?= \()/.exec(shallow)?.[0] ?? '';
  expect(deepen).toBe('git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main');
  execFileSync('git', deepen.split(' ').slice(1), { cwd: folder, stdio: 'pipe' });
  expect((await inClone('origin/main')).exitCode).not.toBe(2);

  rmSync(join(project.root, '.git'), { recursive: true });
  rmSync(join(folder, '.git'), { recursive: true });
  expect((await inClone('origin/main')).stderr).toMatch(
    /^error {2}\S*src\/versions is in no git repository, and only git knows what another branch has\.\n/,
  );
});

const users = 'CREATE TABLE users (id integer CONSTRAINT pk_users PRIMARY KEY, email text NOT NULL)';

test('a migration that was deleted to be written again stands in no way, unless a commit has it or it has run', async () => {
  project.write(
    'src/models/user.ts',
    project
      .read('src/models/user.ts')
      .replace('email!', "email!: string;\n  @Column({ type: 'text', nullable: true }) name!"),
  );
  project.remove('src/versions/1700000000001_add_widgets.ts');
  write(0, 'users', [0]);
  project.write(
    'src/versions/1700000000000_add_users.ts',
    migrationSource(1_700_000_000_000, [users], ['DROP TABLE users']),
  );
  const prepare = () => project.run(['prepare', '--message', 'add name']);
  const newest = () => project.versions().at(-1) ?? '';
  expect((await prepare()).exitCode).toBe(0);
  const first = newest();
  expect(await prepare()).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('delete its file, and repeat this command.\n'),
  });
  project.remove(`src/versions/${first}`);
  const listed = project.read('src/versions/index.ts');
  expect((await project.run(['prepare', '--message', '!?'])).exitCode).toBe(2);
  expect(project.read('src/versions/index.ts')).toBe(listed);
  const { stdout, exitCode } = await prepare();
  expect(stdout).toContain(
    `note   ${first.replace('.ts', '')} is taken out of src/versions/index.ts: its file is gone, no commit has it, and it has not run.\n`,
  );
  expect(exitCode).toBe(0);
  expect(newest()).not.toBe(first);
  expect(project.read('src/versions/index.ts')).not.toContain(first.slice(0, 13));

  const model = project.read('src/models/user.ts');
  project.write('src/models/user.ts', model.replace(/^.*name!.*$/m, ''));
  project.remove(`src/versions/${newest()}`);
  expect((await prepare()).stdout).toContain('Nothing to do');
  expect(project.read('src/versions/index.ts')).toContain('Migration1700000000000');
  expect(project.read('src/versions/index.ts')).not.toContain('AddName');
  project.write('src/models/user.ts', model);
  expect((await prepare()).exitCode).toBe(0);

  const second = `src/versions/${newest()}`;
  const text = project.read(second);
  const gone = { exitCode: 8, stderr: expect.stringContaining('and its file is gone.') };
  await project.run(['migrate']);
  project.remove(second);
  expect(await prepare()).toMatchObject(gone);
  project.write(second, text);
  expect((await project.run(['downgrade'])).exitCode).toBe(0);
  git('add', '.');
  git('commit', '--quiet', '-m', 'name');
  project.remove(second);
  expect(await prepare()).toMatchObject(gone);
});
