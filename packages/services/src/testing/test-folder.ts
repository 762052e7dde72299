import { readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOwnership } from '../folders/owned-name';
import { makePrivateFolder } from '../folders/private-folder';
import { stopPostgres } from '../postgres/stop-postgres';
import { runProgram } from '../processes/run-program';
import { findServerUser, type ServerUser } from '../processes/server-user';

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
    await sweep(folder);
    return folder;
  }
  throw new Error(
    `the user of test servers (${user?.uid}) can pass through none of TMPDIR, /var/tmp and /tmp`,
  );
}

async function canPass(folder: string, user: ServerUser | undefined): Promise<boolean> {
  if (user === undefined) return true;
  const outcome = await runProgram('/bin/sh', {
    arguments: ['-c', 'cd "$1"', 'sh', folder],
    folder: '/',
    user,
  });
  return outcome.kind === 'exited' && outcome.code === 0;
}

/** Two containers may share a temporary folder, but a pid of one means nothing in the other. */
async function processNamespace(): Promise<string> {
  if (process.platform !== 'linux') return '';
  const name = await readlink('/proc/self/ns/pid');
  return `-${name.replaceAll(/\D/g, '')}`;
}

/** Ends and removes what test runs that were killed have left. */
async function sweep(folder: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if ((await readOwnership(entry)) !== 'ownerGone') continue;
    await stopPostgres(join(folder, entry, 'data'));
    await rm(join(folder, entry), { recursive: true, force: true, maxRetries: 5 });
  }
}
