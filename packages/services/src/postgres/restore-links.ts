import { readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { absentWhen } from '../errors/absent-when';
import { errorCode } from '../errors/error-code';
import { pathExists } from '../folders/path-exists';

interface Link {
  /** Both are relative to the folder that holds `native`. */
  readonly source: string;
  readonly target: string;
}

/**
 * npm packages cannot hold symbolic links, so the Postgres packages list theirs in a file and make them in an install
 * script. Install scripts do not run here: this does the same, and can be repeated. False: the folder may not be written to.
 */
export async function restoreLinks(native: string): Promise<boolean> {
  for (const { source, target } of await readLinks(native)) {
    const path = join(dirname(native), target);
    if (await pathExists(path)) continue;
    try {
      await symlink(relative(dirname(target), source), path);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      // Another process restores the same links.
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

async function readLinks(native: string): Promise<readonly Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(absentWhen('ENOENT'));
  // A Postgres of the system has its links already.
  return text === undefined ? [] : JSON.parse(text);
}
