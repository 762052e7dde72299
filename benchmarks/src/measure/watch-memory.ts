import { readdirSync, readFileSync } from 'node:fs';
import { isAbsent } from '../files/is-absent';

export interface MemoryWatch {
  /** The most memory seen so far, in MiB; undefined where there is no /proc. */
  seen(): number | undefined;
  /** Ends it and gives the most memory seen, in MiB; undefined where there is no /proc. */
  stop(): number | undefined;
}

/**
 * Looks every few milliseconds at what the descendants of a process hold together. It takes time from them, so it is
 * not done in runs that are timed.
 */
export function watchMemory(pid: number): MemoryWatch {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, readDescendants(pid));
  };
  const timer = setInterval(look, 4);
  const seen = () => (peak === 0 ? undefined : peak / 1024);
  return {
    seen,
    stop() {
      clearInterval(timer);
      return seen();
    },
  };
}

function readDescendants(pid: number): number {
  return readChildren(pid).reduce(
    (sum, child) => sum + readResidentKibibytes(child) + readDescendants(child),
    0,
  );
}

function readResidentKibibytes(pid: number): number {
  const status = readIfThere(`/proc/${pid}/status`);
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
}

function readChildren(pid: number): readonly number[] {
  const tasks = listIfThere(`/proc/${pid}/task`);
  return tasks
    .flatMap((task) => readIfThere(`/proc/${pid}/task/${task}/children`).split(' '))
    .filter((child) => child !== '')
    .map(Number);
}

function readIfThere(path: string): string {
  return orWhenGone(() => readFileSync(path, 'utf8'), '');
}

function listIfThere(path: string): readonly string[] {
  return orWhenGone(() => readdirSync(path), []);
}

/** A process may end between two looks, and not every system has /proc. */
function orWhenGone<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return otherwise;
  }
}
