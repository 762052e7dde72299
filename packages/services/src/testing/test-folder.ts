import { readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePrivateFolder } from '../folders/private-folder';
import { sweepAbandoned } from '../folders/sweep-abandoned';
import { stopPostgres } from '../postgres/stop-postgres';
import { canPass } from '../processes/can-pass';
import { findServerUser } from '../processes/server-user';
import { stopRedis } from '../redis/stop-redis';

/**
 * Where test servers live: a folder of this user's in the system's temporary folder, with what can be used again and
 * one folder for each running test run. All of it can be deleted at any time when no test runs.
 */
export async function openTestFolder(): Promise<string> {
  const user = await findServerUser();
  for (const parent of [tmpdir(), '/var/tmp', '/tmp']) {
    if (!(await canPass(parent, user))) continue;
    const folder = join(parent, `retort-tests-${process.getuid?.() ?? 'user'}${await processNamespace()}`);
    await makePrivateFolder(folder);
    await sweepAbandoned(folder, stopLeftovers);
    return folder;
  }
  throw new Error(
    `the user of test servers (${user?.uid}) can pass through none of TMPDIR, /var/tmp and /tmp`,
  );
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
