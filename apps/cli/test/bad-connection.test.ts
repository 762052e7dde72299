import { createServer } from 'node:net';
import { createProject, type Project } from './project';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.dispose());

describe('the connection', () => {
  const password = 'hush%40hush';

  function urlWith(change: (url: URL) => void): string {
    const url = new URL(project.url);
    change(url);
    return url.toString();
  }

  test('Postgres does not run', async () => {
    const port = await closedPort();
    const url = urlWith((parsed) => {
      parsed.port = String(port);
      parsed.password = password;
    });
    expect(await project.run(['status'], { POSTGRES_URL: url })).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `error  Postgres does not answer at 127.0.0.1:${port}.
at     127.0.0.1:${port}${new URL(url).pathname} (POSTGRES_URL, from the environment)
next   Start that server, or take POSTGRES_URL out of the environment to use the services of: npx retort setup
`,
    });
  });

  test('POSTGRES_URL is missing', async () => {
    expect(await project.run(['migrate'], { POSTGRES_URL: '' })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  POSTGRES_URL is not set, and this project has no services of its own running.
at     the environment, .env and .retort/state.json
next   Start Postgres and Redis here: npx retort setup — or set POSTGRES_URL to use yours
`,
    });
  });

  test('POSTGRES_POOLER is neither', async () => {
    expect(await project.run(['status'], { POSTGRES_POOLER: 'statement' })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  POSTGRES_POOLER is statement, and can be session or transaction: for how long the pooler of POSTGRES_URL keeps a session for a client.
at     POSTGRES_POOLER
next   Set it to the pool_mode of the pooler, or remove it.
`,
    });
  });

  test.each([
    ['mysql://root@localhost/x', 'POSTGRES_URL is not a Postgres URL: it does not begin with postgres://'],
    ['postgres://user:hush@host:notaport/x', 'POSTGRES_URL is malformed.'],
    ['postgres://user:hush@localhost', 'POSTGRES_URL names no database.'],
  ])('POSTGRES_URL is malformed: %s', async (url, what) => {
    const { exitCode, stderr } = await project.run(['status'], { POSTGRES_URL: url });
    expect(exitCode).toBe(2);
    expect(stderr).toBe(`error  ${what}
at     POSTGRES_URL
next   Set POSTGRES_URL to a URL like postgres://user@127.0.0.1:5432/my_database (write special characters of a password as %XX), or remove it to use the services of: npx retort setup
`);
    expect(stderr).not.toContain('hush');
  });

  test('the password is wrong, and is not shown', async () => {
    const url = urlWith((parsed) => {
      parsed.password = password;
    });
    const { exitCode, stdout, stderr } = await project.run(['migrate', '--json'], { POSTGRES_URL: url });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      'error  Postgres refused the user postgres: password authentication failed for user "postgres".',
    );
    expect(stderr).toContain('next   Correct the user and password in POSTGRES_URL.');
    expect(JSON.parse(stdout).error).toMatchObject({
      exitCode: 1,
      next: 'Correct the user and password in POSTGRES_URL.',
    });
    expect(stdout + stderr).not.toMatch(/hush/);
  });

  test('the database is missing', async () => {
    const url = urlWith((parsed) => {
      parsed.pathname = '/not_there';
    });
    expect(
      (await project.run(['migrate'], { POSTGRES_URL: url })).stderr,
    ).toBe(`error  The database not_there does not exist.
at     ${new URL(url).host}/not_there (POSTGRES_URL, from the environment)
next   Create it: npx retort setup
`);
  });

  test('where the address came from is said: .env, or the services', async () => {
    const port = await closedPort();
    const url = urlWith((parsed) => {
      parsed.port = String(port);
    });
    project.write('.env', `POSTGRES_URL=${url}\n`);
    expect((await project.run(['status'], { POSTGRES_URL: undefined })).stderr).toContain(
      ` (POSTGRES_URL, from .env)\nnext   Start that server, or take POSTGRES_URL out of .env to use`,
    );
    project.remove('.env');
    project.write(
      '.retort/state.json',
      JSON.stringify({ root: project.root, postgres: { kind: 'embedded', url } }),
    );
    expect((await project.run(['status'], { POSTGRES_URL: undefined })).stderr).toContain(
      ` (.retort/state.json)\nnext   Start it: npx retort setup\n`,
    );
  });

  test.each([
    ['seed', 'seed: async () => [],'],
    ['doctor', ''],
  ])('%s says it too', async (command, settings) => {
    const url = urlWith((parsed) => {
      parsed.port = '1';
    });
    project.write(
      'retort.config.ts',
      project.read('retort.config.ts').replace("models: 'src/models',", `models: 'src/models', ${settings}`),
    );
    project.write(
      '.retort/state.json',
      JSON.stringify({ root: project.root, postgres: { kind: 'embedded', url } }),
    );
    const { stdout, stderr, exitCode } = await project.run([command], { POSTGRES_URL: undefined });
    expect(exitCode).toBe(1);
    expect(stdout + stderr).toMatch(
      /Postgres does not answer at 127\.0\.0\.1:1\.[\s\S]*\(\.retort\/state\.json\)[\s\S]*next:? +Start it: npx retort setup\n/,
    );
    expect(stdout + stderr).not.toContain('retort itself');
  });

  test('its password may stand in .env by itself', async () => {
    const withPassword = new URL(project.url);
    const bare = urlWith((parsed) => {
      parsed.password = '';
    });
    const { password: right } = withPassword;
    expect(right).not.toBe('');
    project.write('.env', `POSTGRES_URL=${bare}\nPGPASSWORD=${decodeURIComponent(right)}\n`);
    expect(await project.run(['status'], { POSTGRES_URL: undefined })).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    expect((await project.run(['status'], { POSTGRES_URL: undefined, PGPASSWORD: 'another' })).exitCode).toBe(
      1,
    );
  });

  test('it can be set in .env', async () => {
    project.write('.env', `POSTGRES_URL=${project.url}\n`);
    const { exitCode } = await project.run(['status'], { POSTGRES_URL: undefined });
    expect(exitCode).toBe(0);
  });
});

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
