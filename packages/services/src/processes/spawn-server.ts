import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { absentWhen } from '../errors/absent-when';
import { errorCode } from '../errors/error-code';
import { ServiceError } from '../errors/service-error';
import { type RunningProcess, readProcess } from './read-process';
import { serverEnvironment } from './server-environment';
import type { ServerUser } from './server-user';

export interface ServerProgram {
  readonly file: string;
  readonly arguments: readonly string[];
  /** Where it works; what tells it from others later. */
  readonly folder: string;
  /** Receives all that it prints; the log of the run before is kept beside it. */
  readonly logFile: string;
  readonly user: ServerUser | undefined;
  /** Whether it outlives this process and its terminal. */
  readonly detached: boolean;
}

/** Starts a server and returns as soon as it exists. Undefined: it has ended already. */
export async function spawnServer(program: ServerProgram): Promise<RunningProcess | undefined> {
  const { file, folder, logFile, user, detached } = program;
  await keepPreviousLog(logFile);
  const log = openSync(logFile, 'a', 0o600);
  try {
    const pid = await new Promise<number | undefined>((resolve, reject) => {
      const child = spawn(file, program.arguments, {
        cwd: folder,
        env: serverEnvironment(),
        stdio: ['ignore', log, log],
        detached,
        ...(user ?? {}),
      });
      child.once('error', reject);
      child.once('spawn', () => {
        child.unref();
        resolve(child.pid);
      });
    });
    return pid === undefined ? undefined : await readProcess(pid);
  } catch (cause) {
    throw new ServiceError({
      what: `A server could not be started: ${errorCode(cause) ?? cause}`,
      at: file,
      next: 'Look whether the file is there and may be executed, then try again',
      cause,
    });
  } finally {
    closeSync(log);
  }
}

async function keepPreviousLog(logFile: string): Promise<void> {
  await rename(logFile, `${logFile}.previous`).catch(absentWhen('ENOENT'));
}
