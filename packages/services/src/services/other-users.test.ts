import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuiltPackage, buildPackage } from '../../test/built-package';
import { makeProjectFolder, type ProjectFolder } from '../../test/project-folder';
import { serversHere } from '../../test/redis-here';
import { pathExists } from '../folders/path-exists';
import { askPostgres } from '../postgres/ask-postgres';
import { findServersIn } from '../processes/find-servers-in';
import { askRedis } from '../redis/ask-redis';
import { resolveUrls } from './resolve-urls';
import { setupServices } from './setup-services';
import { stopServices } from './stop-services';

const root = process.getuid?.() === 0;
if (!root) console.log('not root: the tests of what root does, and of other users, are skipped');
const asRoot = root ? describe : describe.skip;
/** What a setup starts here, as teardown tells it. */
const started = ['the embedded Postgres', ...(serversHere === 2 ? ['Redis'] : [])];
const nobody = { uid: 65534, gid: 65534 };

let built: BuiltPackage;
beforeAll(async () => {
  built = await buildPackage();
});
afterAll(() => built.remove());

let project: ProjectFolder;
afterEach(() => project.remove());

const calls = ({ options }: ProjectFolder, name: string) =>
  `console.log(JSON.stringify(await services.${name}(${JSON.stringify(options)})))`;

it('the servers survive the process that started them', async () => {
  project = await makeProjectFolder();
  const { postgres, redis } = JSON.parse(await built.run(calls(project, 'setupServices')));
  expect(await askPostgres(postgres.url)).toMatchObject({ kind: 'answers' });
  if (serversHere === 2) expect(await askRedis(redis.url)).toEqual({ kind: 'answers' });
  expect((await stopServices(project.options)).removed).toEqual([...started, join(project.root, '.retort')]);
  expect(await askPostgres(postgres.url)).toMatchObject({ kind: 'fails', code: 'ECONNREFUSED' });
});

asRoot('as root', () => {
  it('the servers run as a user who is not', async () => {
    project = await makeProjectFolder();
    await setupServices(project.options);
    for (const { pid } of await findServersIn(project.root)) {
      expect((await stat(`/proc/${pid}`)).uid).not.toBe(0);
    }
    expect((await stat(join(project.root, '.retort', 'postgres', 'data'))).uid).not.toBe(0);
    await stopServices(project.options);
  });

  it('a project below a folder that only root can enter has them outside of it, until teardown', async () => {
    project = await makeProjectFolder({}, 0o700);
    const { postgres } = await setupServices(project.options);
    const { place = '' } = await project.readState();
    expect(place).toMatch(/^\/var\/tmp\/retort-[0-9a-f]{10}$/);
    expect(await findServersIn(place)).toHaveLength(serversHere);
    expect((await stat(place)).mode & 0o777).toBe(0o711);
    expect(await askPostgres(postgres.url)).toMatchObject({ kind: 'answers' });
    expect(await setupServices(project.options)).toMatchObject({ postgres });
    const { removed } = await stopServices(project.options);
    expect(removed).toEqual([...started, place, join(project.root, '.retort')]);
    expect(await pathExists(place)).toBe(false);
    expect(await readdir(project.root)).toEqual([]);
  });

  it('a volume may be mounted where the services are', async () => {
    project = await makeProjectFolder();
    const folder = join(project.root, '.retort');
    await mkdir(folder);
    await mounted(folder, async () => {
      await setupServices(project.options);
      await stopServices(project.options);
      expect(await readdir(folder)).toEqual([]);
    });
  });

  it('data that its user can no longer get to is not made anew elsewhere', async () => {
    project = await makeProjectFolder();
    await setupServices(project.options);
    const inner = join(project.root, 'inner');
    const [server] = (await findServersIn(project.root)).slice(0, 1);
    expect(server).toBeDefined();
    await mkdir(inner);
    await rename(join(project.root, '.retort'), join(inner, '.retort'));
    const options = { ...project.options, root: inner };
    await stopServersOf(options.root);
    await chmod(inner, 0o700);
    await expect(setupServices(options)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^The user that Postgres runs as \(uid \d+\) can no longer get to its data\.$/,
      ),
      at: join(inner, '.retort', 'postgres', 'data'),
    });
    await stopServices(options);
  });

  it('a folder that somebody else has put where ours would be is refused', async () => {
    project = await makeProjectFolder({}, 0o700);
    await setupServices(project.options);
    const { place = '' } = await project.readState();
    await stopServices(project.options);
    await mkdir(place);
    await chown(place, nobody.uid, nobody.gid);
    try {
      await expect(setupServices(project.options)).rejects.toMatchObject({
        message: 'A folder of ours has been put there by somebody else.',
        at: place,
        next: `Look who made it (ls -ld ${place}), remove it and try again`,
      });
      await stopServices(project.options);
      expect(await pathExists(place)).toBe(true);
    } finally {
      await chmod(place, 0o700);
      await rename(place, join(project.root, 'theirs'));
    }
  });
});

asRoot('as another user', () => {
  beforeEach(async () => {
    project = await makeProjectFolder();
    await chown(project.root, nobody.uid, nobody.gid);
  });

  it('sets up, again, and tears down', async () => {
    const first = await built.run(calls(project, 'setupServices'), nobody);
    expect(await askPostgres(JSON.parse(first).postgres.url)).toMatchObject({ kind: 'answers' });
    expect((await stat(join(project.root, '.retort'))).mode & 0o777).toBe(0o700);
    for (const { pid } of await findServersIn(project.root)) {
      expect((await stat(`/proc/${pid}`)).uid).toBe(nobody.uid);
    }
    expect(await built.run(calls(project, 'setupServices'), nobody)).toBe(first);
    await built.run(calls(project, 'stopServices'), nobody);
    expect(await readdir(project.root)).toEqual([]);
    expect(await findServersIn(project.root)).toEqual([]);
  });

  it('is told when root has set up before', async () => {
    await setupServices(project.options);
    const script = `await services.setupServices(${JSON.stringify(project.options)})
      .catch(({ message, at, next }) => console.log(JSON.stringify({ message, at, next })))`;
    expect(JSON.parse(await built.run(script, nobody))).toEqual({
      message: 'The services of this project were set up by another user.',
      at: join(project.root, '.retort', 'state.json'),
      next: 'Run the command as that user, or remove the services with: sudo make teardown',
    });
    await stopServices(project.options);
  });

  it('is told when the project may not be written to', async () => {
    await chown(project.root, 0, 0);
    const script = `await services.setupServices(${JSON.stringify(project.options)})
      .catch(({ message, at, next }) => console.log(JSON.stringify({ message, at, next })))`;
    expect(JSON.parse(await built.run(script, nobody))).toEqual({
      message: 'The folder of the services cannot be made: no write permission.',
      at: join(project.root, '.retort'),
      next: `Make it writable for you (ls -ld ${project.root}), or set POSTGRES_URL to a Postgres of yours`,
    });
  });

  it('starts a test server', async () => {
    const version = await built.run(
      `const server = await testing.startTestServer();
       console.log((await services.askPostgres(server.url)).version);
       await server.stop();`,
      nobody,
    );
    expect(version).toMatch(/^18\./);
  });
});

it('resolves nothing where nothing was set up', async () => {
  project = await makeProjectFolder();
  expect(await resolveUrls(project.options)).toEqual({});
});

async function stopServersOf(folder: string): Promise<void> {
  for (const { pid } of await findServersIn(folder)) process.kill(pid, 'SIGKILL');
}

/** A volume of its own is mounted on the folder meanwhile; where that may not be, as in a container, none is. */
async function mounted(folder: string, use: () => Promise<void>): Promise<void> {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]);
  if (status !== 0) return console.log(`nothing can be mounted here: ${folder} is a plain folder`);
  try {
    await use();
  } finally {
    spawnSync('umount', ['--lazy', folder]);
  }
}
