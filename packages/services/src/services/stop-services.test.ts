import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeProjectFolder, type ProjectFolder } from '../../test/project-folder';
import { serversHere } from '../../test/redis-here';
import { pathExists } from '../folders/path-exists';
import { findServersIn } from '../processes/find-servers-in';
import { readProcess } from '../processes/read-process';
import { setupServices } from './setup-services';
import { stopServices } from './stop-services';

let project: ProjectFolder;
beforeEach(async () => {
  project = await makeProjectFolder();
});
afterEach(async () => {
  expect(await findServersIn(project.root)).toEqual([]);
  expect(await readdir(project.root)).toEqual([]);
  await project.remove();
});

const stop = () => stopServices(project.options);

it('removes all of it, and can be repeated', async () => {
  await setupServices(project.options);
  project.lines.length = 0;
  const folder = join(project.root, '.retort');
  const removed = ['the embedded Postgres', ...(serversHere === 2 ? ['Redis'] : []), folder];
  expect(await stop()).toEqual({ removed });
  expect(project.lines).toEqual(removed.map((what) => `Removed ${what}`));
  expect(await stop()).toEqual({ removed: [] });
});

it('ends servers whose folder was removed under them', async () => {
  await setupServices(project.options);
  const servers = await findServersIn(project.root);
  expect(servers).toHaveLength(serversHere);
  await rm(join(project.root, '.retort'), { recursive: true, force: true });
  await stop();
  for (const { pid } of servers) expect(await readProcess(pid)).toBeUndefined();
});

it('leaves a process alone whose pid stands in the files of a server that is gone', async () => {
  const stranger = spawn('sleep', ['600'], { stdio: 'ignore' });
  await once(stranger, 'spawn');
  try {
    const folder = join(project.root, '.retort');
    await mkdir(join(folder, 'postgres', 'data'), { recursive: true });
    await mkdir(join(folder, 'redis'));
    await writeFile(
      join(folder, 'postgres', 'data', 'postmaster.pid'),
      `${stranger.pid}\n${folder}/postgres/data\n`,
    );
    await writeFile(join(folder, 'redis', 'redis.pid'), `${stranger.pid}\n`);
    expect(await stop()).toEqual({ removed: [folder] });
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  } finally {
    stranger.kill();
    await once(stranger, 'exit');
  }
});

it('leaves a shell alone that somebody has open in the data folder', async () => {
  await setupServices(project.options);
  const shell = spawn('sleep', ['600'], {
    cwd: join(project.root, '.retort', 'postgres', 'data'),
    stdio: 'ignore',
  });
  await once(shell, 'spawn');
  try {
    await stop();
    expect(shell.exitCode ?? shell.signalCode).toBeNull();
  } finally {
    shell.kill();
    await once(shell, 'exit');
  }
});

it('does not remove a folder that a state file names and we would not have made', async () => {
  const theirs = await makeProjectFolder();
  await mkdir(join(project.root, '.retort'));
  await writeFile(
    join(project.root, '.retort', 'state.json'),
    JSON.stringify({ root: project.root, place: theirs.root }),
  );
  await stop();
  expect(await pathExists(theirs.root)).toBe(true);
  await theirs.remove();
});

it('takes over the lock of a process that was killed', async () => {
  await mkdir(join(project.root, '.retort'));
  await symlink(`lock.999999999-1-${randomBytes(4).toString('hex')}`, join(project.root, '.retort', 'lock'));
  await stop();
  expect(project.lines).toEqual([]);
});

it('waits for the lock of one that runs', async () => {
  const [, stopped] = await Promise.all([setupServices(project.options), stop()]);
  // Whichever came first, nothing is broken; what is left is what the later one leaves.
  expect(project.lines.some((line) => line.startsWith('Waiting for another setup or teardown'))).toBe(true);
  expect(stopped).toBeDefined();
  await stop();
});
