import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { absentWhen } from '../errors/absent-when';
import { readOwnership } from './owned-name';

/** Removes what processes that were killed have left half-made in a folder, see {@link ownedName}. */
export async function sweepAbandoned(
  folder: string,
  beforeRemoval: (path: string) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const entry of (await readdir(folder).catch(absentWhen('ENOENT'))) ?? []) {
    if ((await readOwnership(entry)) !== 'ownerGone') continue;
    const path = join(folder, entry);
    await beforeRemoval(path);
    await rm(path, { recursive: true, force: true, maxRetries: 5 });
  }
}
