import { type DistantServer, makeDistant } from './distant-server';
import { createProject, migrationSource, type Project } from './project';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a database that is not on this machine', () => {
  let project: Project;
  let server: DistantServer;
  beforeEach(async () => {
    project = await createProject();
    server = await makeDistant(project.url);
    write(0, 'add_users', ['CREATE TABLE users (id int)'], ['DROP TABLE users']);
    write(1, 'index_users', ['CREATE INDEX ix ON users (id)'], ['DROP INDEX ix']);
    expect((await run('migrate')).exitCode).toBe(0);
  });
  afterEach(async () => {
    await server.close();
    await project.dispose();
  });

  function write(number: number, slug: string, up: readonly string[], down: readonly string[]): void {
    const timestamp = 1_700_000_000_000 + number;
    project.write(`src/versions/${timestamp}_${slug}.ts`, migrationSource(timestamp, up, down));
  }
  const run = (...parameters: readonly string[]) => project.run(parameters, { POSTGRES_URL: server.url });
  const database = () => new URL(server.url).pathname.slice(1);
  const refused = (does: string) => ({
    exitCode: 6,
    stdout: '',
    stderr: `error  The database ${database()} is not on this machine, and this ${does}.
at     ${new URL(server.url).host}/${database()}
next   Is it meant? Type its name after the same command: --confirm ${database()}
`,
  });

  test('a downgrade that loses data asks for its name; one that loses none does not', async () => {
    expect(await run('downgrade')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await run('downgrade', '--to', 'base')).toEqual(refused('loses data: DROP TABLE users'));
    expect((await run('status')).stdout).toContain('applied  1\n');
    expect((await run('downgrade', '--to', 'base', '--confirm', database())).exitCode).toBe(0);
    expect((await run('status')).stdout).toContain('applied  0\n');
  });

  test('a downgrade through code asks for its name, since nobody knows what that loses', async () => {
    const source = migrationSource(1_700_000_000_002, ['SELECT 1'], []);
    project.write(
      'src/versions/1700000000002_code.ts',
      source.replace(
        /(async down.*\{)/,
        '$1\n    for (const row of await queryRunner.query("SELECT 1")) void row;',
      ),
    );
    expect((await run('migrate')).exitCode).toBe(0);
    expect(await run('downgrade')).toEqual(
      refused('loses data: the down of 1700000000002_code may, since it is code and not only SQL'),
    );
  });

  test('stamp asks for its name', async () => {
    expect(await run('stamp', 'base')).toEqual(refused('changes what counts as applied'));
    expect((await run('status')).stdout).toContain('applied  2\n');
    expect((await run('stamp', 'base', '--confirm', database())).exitCode).toBe(0);
  });

  test('prepare --allow and rebase ask for its name', async () => {
    expect(await run('prepare', '--message', 'x', '--allow', 'all')).toEqual(
      refused('allows what loses data'),
    );
    expect(await run('rebase', '--base', 'main')).toEqual(refused('undoes migrations and runs them again'));
  });

  test('wipe asks for its name', async () => {
    expect(await run('wipe')).toMatchObject({
      exitCode: 6,
      stderr: expect.stringMatching(
        /^error {2}The database \S+ is not on this machine, so it is dropped only when its name is typed\.\n/,
      ),
    });
    expect((await run('status')).stdout).toContain('applied  2\n');
  });
});
