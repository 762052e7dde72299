import { execFile } from 'node:child_process';
import type { ServerUser } from './server-user';

export interface ProgramOptions {
  readonly arguments: readonly string[];
  readonly folder?: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly user?: ServerUser | undefined;
  readonly input?: string;
  readonly timeoutMs?: number;
}

export type ProgramOutcome =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: string; readonly stderr: string }
  /** Never ran: no such file, not executable, not allowed to become that user. `code` is Node's. */
  | { readonly kind: 'notRun'; readonly code: string }
  | { readonly kind: 'timedOut'; readonly stdout: string; readonly stderr: string };

/** Runs a program to its end. A failing exit code is an outcome, not an exception. */
export function runProgram(file: string, options: ProgramOptions): Promise<ProgramOutcome> {
  const { folder, environment, user, input, timeoutMs = 60_000 } = options;
  return new Promise((resolve) => {
    const child = execFile(
      file,
      options.arguments,
      {
        encoding: 'utf8',
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
        maxBuffer: 64 * 1024 * 1024,
        ...(folder === undefined ? {} : { cwd: folder }),
        ...(environment === undefined ? {} : { env: environment }),
        ...(user ?? {}),
      },
      (error, stdout, stderr) => {
        if (error === null) resolve({ kind: 'exited', code: 0, stdout, stderr });
        else if (typeof error.code === 'string') resolve({ kind: 'notRun', code: error.code });
        else if (error.killed === true) resolve({ kind: 'timedOut', stdout, stderr });
        else resolve({ kind: 'exited', code: error.code ?? 1, stdout, stderr });
      },
    );
    // A program that ends without reading its input closes the pipe: its exit code tells why, not this.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}
