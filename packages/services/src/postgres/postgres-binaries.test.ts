import { chmod, lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BuiltPackage, buildPackage } from '../../test/built-package';
import { pathExists } from '../folders/path-exists';
import { findServerUser } from '../processes/find-server-user';
import { runProgram } from '../processes/run-program';
import { preparePostgresBinaries } from './postgres-binaries';

const root = process.getuid?.() === 0;
if (!root) console.log('not root: the tests of binaries that the server’s user cannot use are skipped');
const asRoot = root ? describe : describe.skip;
const nobody = { uid: 65534, gid: 65534 };
const neverCopied = () => Promise.reject(new Error('nothing had to be copied'));

let folder: string;
let native: string;
beforeAll(async () => {
  const binaries = await preparePostgresBinaries({
    folder: undefined,
    user: await findServerUser(),
    copyTo: neverCopied,
  });
  folder = await mkdtemp(join(tmpdir(), 'retort-binaries-'));
  native = join(folder, 'native');
  await runProgram('cp', { arguments: ['-R', binaries.folder, native] });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As a package is when its install script has not run. */
async function removeLinks(): Promise<string[]> {
  const removed: string[] = [];
  for (const name of await readdir(join(native, 'lib'))) {
    const path = join(native, 'lib', name);
    if ((await lstat(path)).isSymbolicLink()) {
      await rm(path);
      removed.push(path);
    }
  }
  return removed;
}

it('restores the links where they are', async () => {
  await chmod(folder, 0o755);
  const links = await removeLinks();
  expect(links.length).toBeGreaterThan(5);
  const binaries = await preparePostgresBinaries({
    folder: native,
    user: await findServerUser(),
    copyTo: neverCopied,
  });
  expect(binaries).toMatchObject({
    folder: native,
    major: 18,
    version: expect.stringMatching(/^postgres \(PostgreSQL\) 18\./),
  });
  for (const link of links) expect(await pathExists(link)).toBe(true);
});

it('says what to do where the folder has no Postgres that runs', async () => {
  const empty = join(folder, 'empty');
  await runProgram('mkdir', { arguments: ['-p', join(empty, 'bin')] });
  await runProgram('cp', { arguments: ['/bin/false', join(empty, 'bin', 'postgres')] });
  await expect(
    preparePostgresBinaries({ folder: empty, user: undefined, copyTo: async () => join(folder, 'copies') }),
  ).rejects.toMatchObject({
    message: expect.stringMatching(/^The Postgres binaries do not run here: /),
    at: empty,
    next: 'Set POSTGRES_URL to a Postgres of yours (in .env or the environment), or start Docker',
  });
});

asRoot('what the server’s user cannot use is copied', () => {
  let built: BuiltPackage;
  beforeAll(async () => {
    built = await buildPackage();
  });
  afterAll(() => built.remove());

  it('from below a folder that only root can enter, once', async () => {
    await chmod(folder, 0o700);
    const copies = await mkdtemp(join(tmpdir(), 'retort-copies-'));
    try {
      await chmod(copies, 0o755);
      const prepare = async () =>
        preparePostgresBinaries({ folder: native, user: await findServerUser(), copyTo: async () => copies });
      const first = await prepare();
      expect(dirname(dirname(first.folder))).toBe(copies);
      const { mtimeMs } = await lstat(join(first.folder, 'bin', 'postgres'));
      expect(await prepare()).toEqual(first);
      expect((await lstat(join(first.folder, 'bin', 'postgres'))).mtimeMs).toBe(mtimeMs);
      expect(await readdir(copies)).toHaveLength(1);
    } finally {
      await rm(copies, { recursive: true });
    }
  });

  it('from a package without its links that may not be written to', async () => {
    await chmod(folder, 0o755);
    await removeLinks();
    const version = await built.run(
      `const server = await testing.startTestServer({ binaries: ${JSON.stringify(native)} });
       console.log((await services.askPostgres(server.url)).version);
       await server.stop();`,
      nobody,
    );
    expect(version).toMatch(/^18\./);
  });
});
