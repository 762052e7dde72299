import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { ask } from '../../test/ask';
import { makeProjectFolder, type ProjectFolder } from '../../test/project-folder';
import { itWithRedis, serversHere } from '../../test/redis-here';
import { when } from '../../test/when';
import { askPostgres } from '../postgres/ask-postgres';
import { readPostmaster } from '../postgres/postmaster-pid';
import { findServersIn } from '../processes/find-servers-in';
import { readProcess } from '../processes/read-process';
import { askRedis } from '../redis/ask-redis';
import { readState } from '../state/state-file';
import { resolveUrls } from './resolve-urls';
import { setupServices } from './setup-services';
import { stopServices } from './stop-services';

let project: ProjectFolder;
let dataFolder: string;
let stateFile: string;

beforeEach(async () => {
  project = await makeProjectFolder();
  dataFolder = join(project.root, '.retort', 'postgres', 'data');
  stateFile = join(project.root, '.retort', 'state.json');
});

afterEach(async () => {
  await stopServices(project.options);
  expect(await readdir(project.root)).toEqual([]);
  expect(await findServersIn(project.root)).toEqual([]);
  await project.remove();
});

const setup = () => setupServices(project.options);

async function postmasterPid(): Promise<number> {
  const postmaster = await readPostmaster(dataFolder);
  if (postmaster.kind !== 'runs') throw new Error(`no Postgres runs: ${postmaster.kind}`);
  return postmaster.process.pid;
}

async function killServers(): Promise<void> {
  const servers = await findServersIn(project.root);
  for (const { pid } of servers) process.kill(pid, 'SIGKILL');
  for (const { pid } of servers) await when('it is gone', async () => (await readProcess(pid)) === undefined);
}

function portOf(service: { readonly url: string } | undefined): number | undefined {
  return service === undefined ? undefined : Number(new URL(service.url).port);
}

/** Takes the port; a test that runs beside this one may have been faster, and then it is taken as well. */
function take(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(server) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

describe('from nothing', () => {
  it('keeps what the processes of Postgres share in its data folder: a killed server leaves nothing elsewhere', async () => {
    await setup();
    const shared = await readdir(join(dataFolder, 'pg_dynshmem'));
    expect(shared).toContainEqual(expect.stringMatching(/^mmap\.\d+$/));
  });

  itWithRedis('starts both, makes the database, and is found by resolveUrls', async () => {
    const { postgres, redis } = await setup();
    expect(await ask(postgres.url, 'SELECT current_database() AS d, current_user AS u')).toEqual([
      { d: 'retort', u: 'retort' },
    ]);
    expect(await askRedis(redis?.url ?? '')).toEqual({ kind: 'answers' });
    expect(await resolveUrls(project.options)).toEqual({
      postgres: { url: postgres.url, source: 'embedded' },
      redis,
    });
    expect(project.lines).toEqual([
      'Starting the embedded Postgres',
      expect.stringMatching(/^Starting \/.+-server$/),
      `Postgres ${postgres.version} answers at 127.0.0.1:${new URL(postgres.url).port}/retort (embedded)`,
      `Redis answers at 127.0.0.1:${new URL(redis?.url ?? '').port} (embedded)`,
    ]);
    expect(postgres.version).toMatch(/^18\./);
  });

  it('lets in only who knows the passwords, and only from this machine', async () => {
    const { postgres, redis } = await setup();
    for (const { url } of redis === undefined ? [postgres] : [postgres, redis]) {
      const guessed = new URL(url);
      guessed.password = 'guessed';
      const answer = url.startsWith('redis')
        ? await askRedis(guessed.toString())
        : await askPostgres(guessed.toString());
      expect(answer.kind).toBe('fails');
    }
    expect(await ask(postgres.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect((await stat(stateFile)).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataFolder, 'retort-password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(project.root, '.retort', 'postgres', 'postgres.log'))).mode & 0o077).toBe(0);
    if (redis === undefined) return;
    expect((await stat(join(project.root, '.retort', 'redis', 'redis.conf'))).mode & 0o777).toBe(0o600);
  });

  it('says no password: not in a line, not in the log, not in the arguments of a process', async () => {
    const { postgres, redis } = await setup();
    const started = redis === undefined ? [postgres] : [postgres, redis];
    const passwords = started.map(({ url }) => new URL(url).password);
    const servers = await findServersIn(project.root);
    expect(servers).toHaveLength(started.length);
    const said = [
      ...project.lines,
      ...(await Promise.all(servers.map(({ pid }) => readFile(`/proc/${pid}/cmdline`, 'utf8')))),
      ...(await Promise.all(servers.map(({ pid }) => readFile(`/proc/${pid}/environ`, 'utf8')))),
      await readFile(join(project.root, '.retort', 'postgres', 'postgres.log'), 'utf8'),
      redis === undefined ? '' : await readFile(join(project.root, '.retort', 'redis', 'redis.log'), 'utf8'),
    ].join('\n');
    for (const password of passwords) {
      expect(password.length).toBeGreaterThan(20);
      expect(said).not.toContain(password);
    }
  });

  it('goes without a cache, and says so, where the PATH has no Redis', async () => {
    const path = join(project.root, 'bin');
    await mkdir(path);
    const environment = { ...project.options.environment, PATH: path };
    const { redis } = await setupServices({ ...project.options, environment });
    expect(redis).toBeUndefined();
    expect(project.lines.at(-1)).toBe(
      'The cache is off: REDIS_URL is not set, and the PATH has neither redis-server nor valkey-server',
    );
    // Off is a state that a second setup finds as it should be.
    await setupServices({ ...project.options, environment });
    expect(project.lines.filter((line) => line.startsWith('Starting'))).toEqual([
      'Starting the embedded Postgres',
    ]);
    await rm(path, { recursive: true });
  });
});

describe('again', () => {
  it('changes nothing, and starts nothing', async () => {
    const first = await setup();
    const pid = await postmasterPid();
    const state = await stat(stateFile);
    project.lines.length = 0;
    expect(await setup()).toEqual(first);
    expect(project.lines.filter((line) => line.startsWith('Starting'))).toEqual([]);
    expect(await postmasterPid()).toBe(pid);
    expect((await stat(stateFile)).mtimeMs).toBe(state.mtimeMs);
  });

  it('makes the database that somebody has dropped', async () => {
    const { postgres } = await setup();
    await ask(postgres.url.replace(/retort$/, 'postgres'), 'DROP DATABASE retort');
    const again = await setup();
    expect(again.postgres.url).toBe(postgres.url);
    expect(await askPostgres(postgres.url)).toMatchObject({ kind: 'answers' });
  });

  itWithRedis('starts a Redis that is installed later', async () => {
    await setupServices({
      ...project.options,
      environment: { ...project.options.environment, PATH: '/nowhere' },
    });
    expect((await setup()).redis).toBeDefined();
  });
});

describe('recovers from', () => {
  it('killed servers: the same ports, the same data', async () => {
    const first = await setup();
    await ask(first.postgres.url, 'CREATE TABLE kept AS SELECT 1 AS id');
    await killServers();
    const second = await setup();
    expect(second.postgres.url).toBe(first.postgres.url);
    expect(portOf(second.redis)).toBe(portOf(first.redis));
    expect(await ask(second.postgres.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
  });

  it('a pid file whose pid now belongs to another process, which is left alone', async () => {
    const { postgres } = await setup();
    await killServers();
    const file = join(dataFolder, 'postmaster.pid');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^\d+/, String(process.pid)));
    expect(await readPostmaster(dataFolder)).toEqual({ kind: 'stranger', pid: process.pid });
    expect((await setup()).postgres.url).toBe(postgres.url);
    expect(await postmasterPid()).not.toBe(process.pid);
  });

  it('taken ports: others are chosen and remembered', async () => {
    const first = await setup();
    await killServers();
    const ports = [first.postgres, first.redis].flatMap((service) => portOf(service) ?? []);
    const takers = await Promise.all(ports.map((port) => take(port)));
    try {
      const second = await setup();
      expect(ports).not.toContain(portOf(second.postgres));
      expect(ports).not.toContain(portOf(second.redis));
      expect((await project.readState()).postgres?.url).toBe(second.postgres.url);
      expect(await askPostgres(second.postgres.url)).toMatchObject({ kind: 'answers' });
    } finally {
      for (const taker of takers) taker.close();
    }
  });

  it('an initdb that was interrupted, and the remains of a data folder', async () => {
    const dead = `data.making.999999999-1-${randomBytes(4).toString('hex')}`;
    await mkdir(join(project.root, '.retort', 'postgres', dead, 'data', 'base'), { recursive: true });
    await mkdir(join(dataFolder, 'base', '1'), { recursive: true });
    await writeFile(join(dataFolder, 'PG_VERSION'), '18\n');
    const { postgres } = await setup();
    expect(await askPostgres(postgres.url)).toMatchObject({ kind: 'answers' });
    expect((await readdir(join(project.root, '.retort', 'postgres'))).sort()).toEqual([
      'data',
      'postgres.log',
    ]);
  });

  it('a state file that is garbage, half-written or empty: the running servers are found again', async () => {
    const first = await setup();
    const pid = await postmasterPid();
    const texts = [
      '\u0000{]garbage',
      '{"root":"/tmp","postgres":{"kind":"embed',
      '{"root":1}',
      '{"root":"/tmp","postgres":{"kind":"embedded","url":"nowhere"}}',
      '',
    ];
    for (const text of texts) {
      await writeFile(stateFile, text);
      expect(await setup()).toEqual(first);
      expect(await postmasterPid()).toBe(pid);
      expect((await project.readState()).postgres?.url).toBe(first.postgres.url);
    }
  });

  it('a lost state file and stopped servers: the data opens with the password that is kept in it', async () => {
    const first = await setup();
    await ask(first.postgres.url, 'CREATE TABLE kept AS SELECT 1 AS id');
    await killServers();
    await rm(stateFile);
    const second = await setup();
    expect(await ask(second.postgres.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
  });

  it('two setups at once: one starts, the other waits, both have the same', async () => {
    const [one, other] = await Promise.all([setup(), setup()]);
    expect(other).toEqual(one);
    expect(await findServersIn(project.root)).toHaveLength(serversHere);
    expect(project.lines).toContain(
      `Waiting for another setup or teardown of this project (process ${process.pid})`,
    );
  });

  it('a project that was moved while the servers ran', async () => {
    await setup();
    const pid = await postmasterPid();
    const moved = await makeProjectFolder();
    await rename(join(project.root, '.retort'), join(moved.root, '.retort'));
    const { postgres } = await setupServices(moved.options);
    expect(await askPostgres(postgres.url)).toMatchObject({ kind: 'answers' });
    await stopServices(moved.options);
    expect(await readProcess(pid)).toBeUndefined();
    await moved.remove();
  });
});

it('a copy of a project gets servers of its own, and its teardown leaves those of the original', async () => {
  const first = await setup();
  await ask(first.postgres.url, 'CHECKPOINT');
  const copy = await makeProjectFolder();
  await cp(join(project.root, '.retort', 'state.json'), join(copy.root, '.retort', 'state.json'), {
    recursive: true,
  });
  const second = await setupServices(copy.options);
  expect(second.postgres.url).not.toBe(first.postgres.url);
  await stopServices(copy.options);
  expect(await askPostgres(first.postgres.url)).toMatchObject({ kind: 'answers' });
  await copy.remove();
});

it('tells the log of a server that does not start', async () => {
  await setup();
  await killServers();
  await writeFile(join(dataFolder, 'postgresql.auto.conf'), "shared_preload_libraries = 'nonsense'\n");
  await expect(setup()).rejects.toMatchObject({
    message: expect.stringMatching(
      /^Postgres ended at its start. Its log ends:\n.*could not access file "nonsense"/s,
    ),
    at: join(project.root, '.retort', 'postgres', 'postgres.log'),
    next: 'Set right what the log names and run make setup again; make teardown removes the server and its data',
  });
});

it('remembers the embedded kind, and refuses one that there is not', async () => {
  await setup();
  expect((await readState(project.root)).postgres?.kind).toBe('embedded');
  const environment = { ...project.options.environment, RETORT_SERVICES: 'podman' };
  await expect(setupServices({ ...project.options, environment })).rejects.toMatchObject({
    message: 'There are no services of the kind podman.',
    at: 'RETORT_SERVICES',
    next: 'Set it to compose or embedded, or unset it',
    kind: 'settings',
  });
});
