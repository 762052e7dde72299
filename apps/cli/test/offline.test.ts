import { createProject, migrationSource, type Project } from './project';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.dispose());

/** A server that nobody has. */
const nowhere = { POSTGRES_URL: 'postgres://nobody@127.0.0.1:1/none' };
const first = 1_700_000_000_000;

function write(up: readonly string[]): void {
  project.write(`src/versions/${first}_create_users.ts`, migrationSource(first, up, ['DROP TABLE users']));
}

describe('retort check --offline', () => {
  test.each([
    ['without a database', { POSTGRES_URL: undefined }],
    ['with one that does not answer', nowhere],
  ])('compares the models with the migrations %s', async (_what, environment) => {
    expect(await project.run(['check', '--offline'], environment)).toMatchObject({
      exitCode: 4,
      stdout: expect.stringMatching(/^The models differ from the migrations:\n.*CREATE TABLE/s),
      stderr: '',
    });
    write(['CREATE TABLE users (id integer CONSTRAINT pk_users PRIMARY KEY, email text NOT NULL)']);
    expect(await project.run(['check', '--offline'], environment)).toEqual({
      exitCode: 0,
      stdout: 'In order: the models and the migrations agree. No database was asked what is applied.\n',
      stderr: '',
    });
  });

  test('runs on the server of RETORT_SCRATCH_URL where there is one', async () => {
    expect(
      await project.run(['check', '--offline', '--json'], {
        ...nowhere,
        RETORT_SCRATCH_URL: nowhere.POSTGRES_URL,
      }),
    ).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('Postgres does not answer at 127.0.0.1:1.'),
    });
    write(['CREATE TABLE users (id integer CONSTRAINT pk_users PRIMARY KEY, email text NOT NULL)']);
    const { stdout, exitCode } = await project.run(['check', '--offline', '--json'], {
      ...nowhere,
      RETORT_SCRATCH_URL: project.url,
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ command: 'check', outcome: 'inOrder', offline: true });
    const server = new URL(project.url);
    server.pathname = '';
    expect(
      await project.run(['check', '--offline'], { ...nowhere, RETORT_SCRATCH_URL: server.href }),
    ).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('finds what is wrong with the history too', async () => {
    write(['SELECT 1']);
    project.write('src/versions/index.ts', 'export const migrations = [];\n');
    expect(await project.run(['check', '--offline'], nowhere)).toEqual({
      exitCode: 8,
      stdout: '',
      stderr: `error  The registry does not list ${first}_create_users.
at     src/versions/index.ts
next   Import Migration${first} from './${first}_create_users' there and list it in order of time.
`,
    });
  });
});
