import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { errorCode } from '../errors/error-code';

/** The first redis-server or valkey-server on the PATH. */
export function findRedisProgram(path: string | undefined): string | undefined {
  const folders = (path ?? '').split(delimiter).filter(Boolean);
  for (const name of ['redis-server', 'valkey-server']) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOTDIR') return false;
    throw error;
  }
}
