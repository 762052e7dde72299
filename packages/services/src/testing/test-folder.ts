import { readlink, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathExists } from '../folders/path-exists';
import { makePrivateFolder } from '../folders/private-folder';
import { sweepAbandoned } from '../folders/sweep-abandoned';
import { stopPostgres } from '../postgres/stop-postgres';
import { canPass } from '../processes/can-pass';
import { findServerUser } from '../processes/find-server-user';
import { stopRedis } from '../redis/stop-redis';

/**
 * Where what test servers can use again lives: a folder of this user's in the system's temporary folder. It can be deleted
 * at any time when no test runs.
 */
export async function openTestFolder(): Promise<string> {
  return openFolderIn([tmpdir(), '/var/tmp', '/tmp']);
}

/**
 * Where running test servers live, one folder for each: in memory where there is room, since making a database is mostly
 * making files.
 */
export async function openRunsFolder(): Promise<string> {
  const memory = (await hasRoom(sharedMemory)) ? [sharedMemory] : [];
  return openFolderIn([...memory, tmpdir(), '/var/tmp', '/tmp']);
}

const sharedMemory = '/dev/shm';
const roomBytes = 4 * 1024 ** 3;

async function hasRoom(folder: string): Promise<boolean> {
  if (!(await pathExists(folder))) return false;
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= roomBytes;
}

async function openFolderIn(parents: readonly string[]): Promise<string> {
  const user = await findServerUser();
  for (const parent of parents) {
    if (!(await canPass(parent, user))) continue;
    const folder = join(parent, `retort-tests-${process.getuid?.() ?? 'user'}${await processNamespace()}`);
    await makePrivateFolder(folder);
    await sweepAbandoned(folder, stopLeftovers);
    return folder;
  }
  throw new Error(`the user of test servers (${user?.uid}) can pass through none of ${parents.join(', ')}`);
}

/** Two containers may share a temporary folder, but a pid of one means nothing in the other. */
async function processNamespace(): Promise<string> {
  if (process.platform !== 'linux') return '';
  const name = await readlink('/proc/self/ns/pid');
  return `-${name.replaceAll(/\D/g, '')}`;
}

/** Ends the servers of a test run that was killed. */
async function stopLeftovers(runFolder: string): Promise<void> {
  await stopPostgres(join(runFolder, 'data'));
  await stopRedis(runFolder);
}
