import { readFile, realpath } from 'node:fs/promises';
import { absentWhen } from '../errors/absent-when';
import { type RunningProcess, readProcess, readWorkingFolder } from './read-process';

export type PidFileOwner =
  | { readonly kind: 'none' }
  /** The file names a process that is gone. */
  | { readonly kind: 'gone' }
  /** The pid now belongs to a process that does not work in this folder. */
  | { readonly kind: 'stranger'; readonly pid: number }
  | { readonly kind: 'runs'; readonly process: RunningProcess };

/** Whose a pid file is, not trusting it: the pid may have been given to another process since. */
export async function readPidFileOwner(file: string, workingFolder: string): Promise<PidFileOwner> {
  const text = await readFile(file, 'utf8').catch(absentWhen('ENOENT', 'ENOTDIR'));
  if (text === undefined) return { kind: 'none' };
  const pid = Number(text.split('\n')[0]);
  const running = Number.isInteger(pid) && pid > 0 ? await readProcess(pid) : undefined;
  if (running === undefined) return { kind: 'gone' };
  return (await readWorkingFolder(pid)) === (await realpath(workingFolder))
    ? { kind: 'runs', process: running }
    : { kind: 'stranger', pid };
}
