import { lstat } from 'node:fs/promises';
import { absentWhen } from '../errors/absent-when';

/** Whether something is there; a link counts itself, wherever it leads. */
export async function pathExists(path: string): Promise<boolean> {
  return (await lstat(path).catch(absentWhen('ENOENT'))) !== undefined;
}
