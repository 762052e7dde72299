import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../errors/error-code';
import { ownedName } from '../folders/owned-name';
import { pathExists } from '../folders/path-exists';

/** Copies a folder of binaries below `into`, readable by everyone, once: another version of them gets another copy. */
export async function copyBinaries(folder: string, into: string): Promise<string> {
  await mkdir(into, { recursive: true });
  await chmod(into, 0o755);
  const { size, mtimeMs } = await stat(join(folder, 'bin', 'postgres'));
  const key = createHash('sha256').update(`${await realpath(folder)} ${size} ${mtimeMs}`);
  const target = join(into, key.digest('hex').slice(0, 12), 'native');
  if (await pathExists(target)) return target;
  const making = await ownedName(join(into, 'copying'));
  await mkdir(making);
  await chmod(making, 0o755);
  await copyFolder(folder, join(making, 'native'));
  try {
    await rename(making, join(target, '..'));
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    // Another process has made the same copy meanwhile.
    await rm(making, { recursive: true });
  }
  return target;
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  // Not left to mkdir's mode: a umask of 077 would shut the server's user out.
  await chmod(to, 0o755);
  for (const entry of await readdir(from)) {
    // Follows links: those of a package are restored in the copy, and those of others may lead out of reach.
    const found = await stat(join(from, entry));
    if (found.isDirectory()) await copyFolder(join(from, entry), join(to, entry));
    else if (!entry.endsWith('.a')) {
      await copyFile(join(from, entry), join(to, entry));
      await chmod(join(to, entry), (found.mode & 0o111) === 0 ? 0o644 : 0o755);
    }
  }
}
