import { chmod, mkdir, readlink, rename, rm, rmdir, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { absentWhen } from '../errors/absent-when';
import { errorCode } from '../errors/error-code';
import { ServiceError } from '../errors/service-error';
import { ownedName, readOwnership } from '../folders/owned-name';
import { findServerUser } from '../processes/find-server-user';
import { pollUntil } from '../processes/poll-until';

export interface SetupLockOptions {
  readonly report: (line: string) => void;
  readonly deadlineMs?: number;
}

/**
 * Lets one setup or teardown of a project run at a time; others wait. The lock is a symbolic link whose target is its
 * holder's name: it is made with its content or not at all, and a holder that was killed is recognised.
 */
export async function withSetupLock<T>(
  folder: string,
  { report, deadlineMs = 10 * 60_000 }: SetupLockOptions,
  use: () => Promise<T>,
): Promise<T> {
  const lock = join(folder, 'lock');
  const name = basename(await ownedName(lock));
  let told = false;
  const taken = await pollUntil(
    async () => {
      const holder = await tryTake(folder, lock, name);
      if (holder === undefined) return true;
      if ((await readOwnership(holder)) !== 'ownerRuns') await takeAway(lock, holder, name);
      else if (!told) {
        report(`Waiting for another setup or teardown of this project (process ${holder.split(/[.-]/)[1]})`);
        told = true;
      }
      return undefined;
    },
    { deadlineMs },
  );
  if (taken === undefined) {
    throw new ServiceError({
      what: `Another setup or teardown of this project has not ended within ${deadlineMs / 60_000} minutes.`,
      at: lock,
      next: 'Wait for it, or end it and try again',
      kind: 'locked',
    });
  }
  try {
    return await use();
  } finally {
    await rm(lock, { force: true });
    await removeIfEmpty(folder);
  }
}

/** Undefined: it is ours now. Otherwise who has it. */
async function tryTake(folder: string, lock: string, name: string): Promise<string | undefined> {
  await makeFolder(folder);
  try {
    await symlink(name, lock);
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    // A teardown removed the folder, or its holder let go of the lock, between two of these lines: the next look sees.
    if (code === 'ENOENT') return name;
    if (code !== 'EEXIST') throw error;
  }
  try {
    return await readlink(lock);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return name;
    // Something else than a link is not a lock of ours, but it is in the way.
    if (code === 'EINVAL') return '';
    throw error;
  }
}

async function takeAway(lock: string, holder: string, name: string): Promise<void> {
  const aside = `${lock}-away-${name}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  // What is no link is no lock of ours, and has only been in the way.
  const away = (await readlink(aside).catch(absentWhen('EINVAL', 'ENOENT'))) ?? '';
  // Two saw the same dead holder and the other was quicker: what we moved is its lock, so it goes back.
  if (away !== holder) await symlink(away, lock);
  await rm(aside, { force: true, recursive: true });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await chmod(folder, (await findServerUser()) === undefined ? 0o700 : 0o711);
  } catch (cause) {
    const code = errorCode(cause);
    if (code === 'ENOENT') return;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw cause;
    throw new ServiceError({
      what: 'The folder of the services cannot be made: no write permission.',
      at: folder,
      next: `Make it writable for you (ls -ld ${join(folder, '..')}), or set POSTGRES_URL to a Postgres of yours`,
      cause,
    });
  }
}

const stays = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EBUSY']);

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    // A volume that is mounted there is busy: it stays, empty.
    if (!stays.has(errorCode(error) ?? '')) throw error;
  }
}
