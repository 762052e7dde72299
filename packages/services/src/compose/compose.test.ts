import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { ask } from '../../test/ask';
import { makeProjectFolder, type ProjectFolder } from '../../test/project-folder';
import { askPostgres } from '../postgres/ask-postgres';
import { runProgram } from '../processes/run-program';
import { askRedis } from '../redis/ask-redis';
import { inspectServices } from '../services/inspect-services';
import type { ServicesOptions } from '../services/services-options';
import { setupServices } from '../services/setup-services';
import { stopServices } from '../services/stop-services';
import { startTestServer } from '../testing';
import { type ComposeRemains, findRemains } from './compose-remains';

const composeFile = resolve(__dirname, '../../../../docker/compose.yaml');
const noEngine = 'unix:///nowhere/docker.sock';

const engine = spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { encoding: 'utf8' });
const answers = engine.status === 0 && engine.stdout.trim() !== '';
if (!answers) console.log('no Docker engine answers: the tests of Compose and of Testcontainers are skipped');
const withDocker = answers ? describe : describe.skip;
const withoutDocker = { DOCKER_HOST: noEngine };

let project: ProjectFolder;
let options: ServicesOptions;
beforeEach(async () => {
  project = await makeProjectFolder();
  options = withEnvironment({});
});

function withEnvironment(environment: Record<string, string>): ServicesOptions {
  const { RETORT_SERVICES: _embedded, ...rest } = project.options.environment;
  const docker = process.env.DOCKER_HOST === undefined ? {} : { DOCKER_HOST: process.env.DOCKER_HOST };
  return { ...project.options, composeFile, environment: { ...rest, ...docker, ...environment } };
}

describe('without a Docker engine', () => {
  afterEach(async () => {
    await rm(join(project.root, '.retort'), { recursive: true, force: true });
    await project.remove();
  });

  it('the embedded servers are chosen', async () => {
    const { postgres } = await setupServices(withEnvironment(withoutDocker));
    expect(postgres.source).toBe('embedded');
    await stopServices(withEnvironment(withoutDocker));
  });

  it('RETORT_SERVICES=compose is refused', async () => {
    await expect(
      setupServices(withEnvironment({ ...withoutDocker, RETORT_SERVICES: 'compose' })),
    ).rejects.toMatchObject({
      message: 'Docker Compose cannot be used: no Docker engine answers.',
      at: 'RETORT_SERVICES=compose',
      next: 'Start Docker, or unset RETORT_SERVICES to use the embedded servers',
      kind: 'settings',
    });
  });

  // Testcontainers finds an engine that answers however it is hidden.
  (answers ? it.skip : it)('TEST_DATABASE=testcontainers says what is missing', async () => {
    process.env.TEST_DATABASE = 'testcontainers';
    try {
      await expect(startTestServer()).rejects.toMatchObject({
        message: 'No Docker engine answers, and the test database was to be a container.',
        at: 'TEST_DATABASE=testcontainers',
        next: 'Start Docker, or unset TEST_DATABASE to use the embedded Postgres',
      });
    } finally {
      delete process.env.TEST_DATABASE;
    }
  });
});

withDocker('with a Docker engine', () => {
  let name: string;
  afterEach(async () => {
    await stopServices(options);
    expect(await remains()).toEqual({ containers: [], volumes: [], networks: [] });
    expect(await readdir(project.root)).toEqual([]);
    await project.remove();
  });

  const setup = async (environment: Record<string, string> = {}) => {
    const services = await setupServices(withEnvironment(environment));
    name = (await project.readState()).composeProject ?? '';
    return services;
  };
  const remains = (): Promise<ComposeRemains> => findRemains(name, options.environment);
  const docker = (...command: string[]) => runProgram('docker', { arguments: command });
  const port = (url: string | undefined) => Number(new URL(url ?? '').port);

  it('brings both up on ports of this machine alone, and finds them up', async () => {
    const first = await setup();
    expect(first).toMatchObject({ postgres: { source: 'compose' }, redis: { source: 'compose' } });
    expect(await ask(first.postgres.url, 'SELECT current_database() AS d, current_user AS u')).toEqual([
      { d: 'retort', u: 'retort' },
    ]);
    const { containers, volumes, networks } = await remains();
    expect([containers.length, volumes.length, networks.length]).toEqual([2, 1, 1]);
    const published = await docker(
      'ps',
      '--filter',
      `label=com.docker.compose.project=${name}`,
      '--format',
      '{{.Ports}}',
    );
    expect(published).toMatchObject({ stdout: expect.stringMatching(/^(127\.0\.0\.1:\d+->\d+\/tcp\n){2}$/) });
    project.lines.length = 0;
    expect(await setup()).toEqual(first);
    expect(project.lines.join('\n')).not.toContain('Starting');
    expect(await inspectServices(options)).toMatchObject({
      postgres: { source: 'compose', answer: { kind: 'answers' } },
      docker: { kind: 'available' },
    });
  });

  it('says no password in a line, a log or the arguments of a process', async () => {
    const { postgres, redis } = await setup();
    const { containers } = await remains();
    const said = [...project.lines];
    for (const id of containers) {
      const [log, top, command] = await Promise.all([
        docker('logs', id),
        docker('top', id),
        docker('inspect', '--format', '{{.Config.Cmd}}', id),
      ]);
      said.push(JSON.stringify([log, top, command]));
    }
    for (const url of [postgres.url, redis?.url ?? '']) {
      expect(new URL(url).password.length).toBeGreaterThan(20);
      expect(said.join('\n')).not.toContain(new URL(url).password);
    }
  });

  it('containers removed by hand come back with the data, on the same ports', async () => {
    const first = await setup();
    await ask(first.postgres.url, 'CREATE TABLE kept AS SELECT 1 AS id');
    await docker('rm', '--force', ...(await remains()).containers);
    expect(await setup()).toEqual(first);
    expect(await ask(first.postgres.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
  });

  it('a port that another program took meanwhile is replaced', async () => {
    const first = await setup();
    await docker('stop', ...(await remains()).containers);
    const taker = await listenOn(port(first.postgres.url));
    try {
      const second = await setup();
      expect(port(second.postgres.url)).not.toBe(port(first.postgres.url));
      expect(await askRedis(second.redis?.url ?? '')).toEqual({ kind: 'answers' });
    } finally {
      taker.close();
    }
  });

  it('a lost state: the volume has a password that nobody knows, and gets another', async () => {
    const first = await setup();
    await ask(first.postgres.url, 'CREATE TABLE kept AS SELECT 1 AS id');
    await rm(join(project.root, '.retort'), { recursive: true });
    const second = await setup();
    expect(second.postgres.url).not.toBe(first.postgres.url);
    expect(await ask(second.postgres.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
  });

  it('Docker switched off: embedded takes over and says so, teardown asks for Docker, and there is a way back', async () => {
    const first = await setup();
    await ask(first.postgres.url, 'CREATE TABLE kept AS SELECT 1 AS id');
    // As when the engine was stopped: nothing answers on the ports.
    await docker('stop', ...(await remains()).containers);
    const second = await setup(withoutDocker);
    expect(second.postgres.source).toBe('embedded');
    expect(project.lines).toContain(
      'Docker Compose was in use, but no Docker engine answers: the embedded servers take its place. Its data stays where it is; RETORT_SERVICES=compose make setup returns to it.',
    );
    expect((await setup()).postgres).toEqual(second.postgres);

    const third = await setup({ RETORT_SERVICES: 'compose' });
    expect(third.postgres.source).toBe('compose');
    expect(await ask(third.postgres.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
    expect(await askPostgres(second.postgres.url)).toMatchObject({ kind: 'fails' });

    await expect(stopServices(withEnvironment(withoutDocker))).rejects.toMatchObject({
      message: `No Docker engine answers, so the containers and the data of the Compose project ${name} are still there.`,
      at: composeFile,
      next: 'Start Docker and run make teardown again',
    });
    expect((await remains()).containers).toHaveLength(2);
  });

  it('Compose that fails the first time gives way to the embedded servers, unless it was asked for', async () => {
    const folder = join(project.root, 'docker');
    await mkdir(folder);
    const broken = join(folder, 'compose.yaml');
    await writeFile(
      broken,
      'services: { postgres: { image: "localhost:1/no-such-image:0" }, redis: { image: "localhost:1/no-such-image:0" } }\n',
    );
    const forced = { ...withEnvironment({ RETORT_SERVICES: 'compose' }), composeFile: broken };
    await expect(setupServices(forced)).rejects.toMatchObject({
      message: expect.stringMatching(/^Docker Compose could not start the services: /),
      next: 'Set right what Docker names and run make setup again, or use the embedded servers: RETORT_SERVICES=embedded make setup',
    });
    name = (await project.readState()).composeProject ?? '';
    await stopServices(options);
    const { postgres } = await setupServices({ ...options, composeFile: broken });
    expect(postgres.source).toBe('embedded');
    expect(project.lines.join('\n')).toContain(
      'The embedded servers take its place; RETORT_SERVICES=compose make setup tries again',
    );
    await rm(folder, { recursive: true });
  });

  it('only Redis is started where POSTGRES_URL is set', async () => {
    const server = await startTestServer();
    try {
      const services = await setup({ POSTGRES_URL: server.url });
      expect(services).toMatchObject({ postgres: { source: 'environment' }, redis: { source: 'compose' } });
      expect((await remains()).containers).toHaveLength(1);
    } finally {
      await server.stop();
    }
  });

  it('TEST_DATABASE=testcontainers starts a test server in a container, and stop removes it', async () => {
    process.env.TEST_DATABASE = 'testcontainers';
    const ryuk = process.env.TESTCONTAINERS_RYUK_DISABLED;
    process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
    try {
      const server = await startTestServer();
      expect(
        await ask(
          server.url,
          "SELECT current_setting('fsync') AS fsync, current_setting('is_superuser') AS superuser, current_database() AS database",
        ),
      ).toEqual([{ fsync: 'off', superuser: 'on', database: 'postgres' }]);
      await server.stop();
      expect(await askPostgres(server.url)).toMatchObject({ kind: 'fails' });
    } finally {
      delete process.env.TEST_DATABASE;
      if (ryuk === undefined) delete process.env.TESTCONTAINERS_RYUK_DISABLED;
      else process.env.TESTCONTAINERS_RYUK_DISABLED = ryuk;
    }
  });
});

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server));
  });
}
