import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../errors/error-code';
import { type RunningProcess, readProcess, readWorkingFolder } from '../processes/read-process';

export type Postmaster =
  | { readonly kind: 'none' }
  /** The file names a process that is gone: Postgres itself knows what to do with such a file. */
  | { readonly kind: 'gone' }
  /** The pid now belongs to a process that does not work in this folder. Postgres would refuse to start. */
  | { readonly kind: 'stranger'; readonly pid: number }
  | { readonly kind: 'runs'; readonly process: RunningProcess };

/** Who runs on a data folder, by its postmaster.pid, and not trusting it: a pid may have been given to another since. */
export async function readPostmaster(dataFolder: string): Promise<Postmaster> {
  const file = await readPidFile(join(dataFolder, 'postmaster.pid'));
  if (file === undefined) return { kind: 'none' };
  const pid = Number(file.split('\n')[0]);
  const running = Number.isInteger(pid) && pid > 0 ? await readProcess(pid) : undefined;
  if (running === undefined) return { kind: 'gone' };
  const workingFolder = await readWorkingFolder(pid);
  return workingFolder === (await realpath(dataFolder))
    ? { kind: 'runs', process: running }
    : { kind: 'stranger', pid };
}

async function readPidFile(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
