import { chmodSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { createProject, finish, migrationSource, type Project } from './project';
import { queryRows } from './query-rows';
import { writeHistory } from './write-history';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.dispose());

const query = (sql: string) => queryRows(project.url, sql);

describe('the history', () => {
  test('a file was deleted after it ran', async () => {
    const [first, second] = writeHistory(project, [
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
    const [, second] = writeHistory(project, [
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
    writeHistory(project, [['one', [], []]]);
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
    const [, second] = writeHistory(project, [
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
