import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../errors/error-code';
import { ServiceError } from '../errors/service-error';
import { pollUntil } from '../processes/poll-until';
import { type RunningProcess, readProcess } from '../processes/read-process';
import type { ServerUser } from '../processes/server-user';
import { askPostgres } from './ask-postgres';
import type { PostgresBinaries } from './postgres-binaries';
import { readPostmaster } from './postmaster-pid';
import { serverEnvironment } from './server-environment';

export interface StartPostgresOptions {
  readonly binaries: PostgresBinaries;
  readonly dataFolder: string;
  readonly port: number;
  /** How to see that it answers: the superuser's URL on that port. */
  readonly url: string;
  readonly logFile: string;
  readonly user: ServerUser | undefined;
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether it outlives this process and its terminal. */
  readonly detached: boolean;
  readonly deadlineMs?: number;
}

export type StartOutcome =
  | { readonly kind: 'answers'; readonly process: RunningProcess }
  | { readonly kind: 'portTaken' };

/** Starts Postgres on a data folder on which none runs, and waits until it answers. */
export async function startPostgres(options: StartPostgresOptions): Promise<StartOutcome> {
  const { dataFolder, logFile, deadlineMs = 60_000 } = options;
  await removeMisleadingPidFile(dataFolder);
  await keepPreviousLog(logFile);
  const pid = await spawnPostgres(options);
  const running = await readProcess(pid);
  const outcome = await pollUntil(
    async () => {
      if (running === undefined || (await readProcess(pid))?.startedAt !== running.startedAt) return 'ended';
      return (await askPostgres(options.url)).kind === 'answers' ? 'answers' : undefined;
    },
    { deadlineMs },
  );
  if (outcome === 'answers' && running !== undefined) return { kind: 'answers', process: running };
  const log = await readFile(logFile, 'utf8');
  if (outcome === 'ended' && /could not (bind|create any TCP)/.test(log)) return { kind: 'portTaken' };
  throw new ServiceError({
    what: `Postgres ${outcome === 'ended' ? 'ended at its start' : `did not answer within ${deadlineMs / 1000} seconds`}. Its log ends:\n${logTail(log)}`,
    at: logFile,
    next: 'make doctor; or start over with make teardown and make setup (this removes the data)',
  });
}

/**
 * Postgres clears a pid file whose process is gone, after it has made sure that no child of that server lives. It does
 * not start while the pid belongs to anyone alive; only then is the file taken away.
 */
async function removeMisleadingPidFile(dataFolder: string): Promise<void> {
  if ((await readPostmaster(dataFolder)).kind === 'stranger') await rm(join(dataFolder, 'postmaster.pid'));
}

async function keepPreviousLog(logFile: string): Promise<void> {
  try {
    await rename(logFile, `${logFile}.previous`);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

function spawnPostgres(options: StartPostgresOptions): Promise<number> {
  const { binaries, dataFolder, port, logFile, user, settings = {}, detached } = options;
  const log = openSync(logFile, 'a', 0o600);
  const file = join(binaries.folder, 'bin', 'postgres');
  return new Promise<number>((resolve, reject) => {
    const child = spawn(
      file,
      [
        ...['-D', dataFolder, '-p', String(port)],
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      {
        cwd: dataFolder,
        env: serverEnvironment(),
        stdio: ['ignore', log, log],
        detached,
        ...(user ?? {}),
      },
    );
    child.once('error', (cause) =>
      reject(
        new ServiceError({
          what: `Postgres could not be started: ${cause.message}`,
          at: file,
          next: 'make doctor, or set POSTGRES_URL to a Postgres of yours',
          cause,
        }),
      ),
    );
    child.once('spawn', () => {
      child.unref();
      if (child.pid !== undefined) resolve(child.pid);
    });
  }).finally(() => closeSync(log));
}

function logTail(log: string): string {
  return log.trimEnd().split('\n').slice(-10).join('\n');
}
