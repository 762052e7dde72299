import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { absentWhen } from '../errors/absent-when';
import { type RunningProcess, readProcess, readWorkingFolder } from './read-process';

// Debian's redis-server is a link to redis-check-rdb, which looks at the name that it is called by.
const serverPrograms = ['postgres', 'redis-', 'valkey-'];

/**
 * Servers that work in a folder or below it, found without a pid file: those whose folder was removed under them
 * (`git clean -fdx`). Linux alone can be asked; elsewhere there are none.
 */
export async function findServersIn(folder: string): Promise<readonly RunningProcess[]> {
  if (process.platform !== 'linux') return [];
  const found = new Map<number, RunningProcess>();
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    if (Number.isInteger(pid) && (await isServerIn(pid, folder))) {
      const running = await readProcess(pid);
      if (running !== undefined) found.set(pid, running);
    }
  }
  // A server's own children end with it.
  const parents = await Promise.all([...found.keys()].map(readParent));
  return [...found.values()].filter((_, index) => !found.has(parents[index] ?? 0));
}

async function isServerIn(pid: number, folder: string): Promise<boolean> {
  const workingFolder = await readWorkingFolder(pid);
  if (workingFolder === undefined || !`${workingFolder}/`.startsWith(`${folder}/`)) return false;
  // It ended meanwhile, or is another user's: either way not a server that we could have started.
  const program = await readlink(`/proc/${pid}/exe`).catch(absentWhen('ENOENT', 'ESRCH', 'EACCES', 'EPERM'));
  return program !== undefined && serverPrograms.some((name) => basename(program).startsWith(name));
}

/** Of a process that ended meanwhile: none. */
async function readParent(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(absentWhen('ENOENT', 'ESRCH'));
  const parent = /^PPid:\s*(\d+)/m.exec(status ?? '')?.[1];
  return parent === undefined ? undefined : Number(parent);
}
