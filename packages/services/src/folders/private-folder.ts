import { chmod, lstat, mkdir } from 'node:fs/promises';
import { ServiceError } from '../errors/service-error';
import { findServerUser } from '../processes/find-server-user';

/**
 * Makes a folder of ours under a name that others can guess, in a folder where others can write (`/tmp`): refuses one
 * that somebody else has put there. Others can read nothing in it; where servers run as another user than we do, that
 * user can pass through to what is theirs.
 */
export async function makePrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  const found = await lstat(path);
  const uid = process.getuid?.();
  if (!found.isDirectory() || (uid !== undefined && found.uid !== uid)) {
    throw new ServiceError({
      what: 'A folder of ours has been put there by somebody else.',
      at: path,
      next: `Look who made it (ls -ld ${path}), remove it and try again`,
    });
  }
  await chmod(path, (await findServerUser()) === undefined ? 0o700 : 0o711);
}
