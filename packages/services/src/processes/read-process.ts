import { readFile, readlink } from 'node:fs/promises';
import { absentWhen } from '../errors/absent-when';
import { runProgram } from './run-program';

export interface RunningProcess {
  readonly pid: number;
  /** Differs between two processes that had the same pid one after the other. */
  readonly startedAt: string;
}

/** The process that has this pid now. A zombie, which only waits for its parent to notice, is gone. */
export async function readProcess(pid: number): Promise<RunningProcess | undefined> {
  return process.platform === 'linux' ? readLinuxProcess(pid) : readProcessByPs(pid);
}

/**
 * The folder in which a process works. Both of our servers work in their data folder, so this tells whether a pid
 * found in a file is still that server, also after the project was moved, and never matches a copy of the project.
 */
export async function readWorkingFolder(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    return readlink(`/proc/${pid}/cwd`).catch(absentWhen('ENOENT', 'ESRCH', 'EACCES', 'EPERM'));
  }
  const outcome = await runProgram('lsof', { arguments: ['-a', '-p', String(pid), '-d', 'cwd', '-Fn'] });
  if (outcome.kind !== 'exited') return undefined;
  return outcome.stdout
    .split('\n')
    .find((line) => line.startsWith('n'))
    ?.slice(1);
}

async function readLinuxProcess(pid: number): Promise<RunningProcess | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(absentWhen('ENOENT', 'ESRCH'));
  if (stat === undefined) return undefined;
  // The second field is the program's name in brackets, which may itself hold spaces and brackets; see proc(5).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  return state === 'Z' || state === 'X' || startTicks === undefined
    ? undefined
    : { pid, startedAt: startTicks };
}

async function readProcessByPs(pid: number): Promise<RunningProcess | undefined> {
  const outcome = await runProgram('ps', {
    arguments: ['-o', 'stat=,lstart=', '-p', String(pid)],
    environment: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  if (outcome.kind !== 'exited' || outcome.code !== 0) return undefined;
  const [state = 'Z', ...started] = outcome.stdout.trim().split(/\s+/);
  return state.startsWith('Z') ? undefined : { pid, startedAt: started.join(' ') };
}
