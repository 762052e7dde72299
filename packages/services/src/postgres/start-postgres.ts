import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerUser } from '../processes/server-user';
import { spawnServer } from '../processes/spawn-server';
import { type StartOutcome, waitForServer } from '../processes/wait-for-server';
import { askPostgres } from './ask-postgres';
import type { PostgresBinaries } from './postgres-binaries';
import { readPostmaster } from './postmaster-pid';

export interface StartPostgresOptions {
  readonly binaries: PostgresBinaries;
  readonly dataFolder: string;
  readonly port: number;
  /** How to see that it answers: the superuser's URL on that port. */
  readonly url: string;
  readonly logFile: string;
  readonly user: ServerUser | undefined;
  readonly settings?: Readonly<Record<string, string>>;
  readonly detached: boolean;
  readonly deadlineMs?: number;
}

/** Starts Postgres on a data folder on which none runs, and waits until it answers. */
export async function startPostgres(options: StartPostgresOptions): Promise<StartOutcome> {
  const { binaries, dataFolder, port, url, logFile, user, settings = {}, detached } = options;
  await removeMisleadingPidFile(dataFolder);
  const started = await spawnServer({
    file: join(binaries.folder, 'bin', 'postgres'),
    arguments: [
      ...['-D', dataFolder, '-p', String(port)],
      // What its processes share is a file in the data folder then, and goes with that; else a killed server leaves it in memory.
      ...['-c', 'dynamic_shared_memory_type=mmap'],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    folder: dataFolder,
    logFile,
    user,
    detached,
  });
  return waitForServer({
    name: 'Postgres',
    process: started,
    answers: async () => (await askPostgres(url)).kind === 'answers',
    logFile,
    portTaken: /could not create any TCP\/IP sockets/,
    deadlineMs: options.deadlineMs ?? 60_000,
  });
}

/**
 * Postgres clears a pid file whose process is gone, after it has made sure that no child of that server lives. It does
 * not start while the pid belongs to anyone alive; only then is the file taken away.
 */
async function removeMisleadingPidFile(dataFolder: string): Promise<void> {
  if ((await readPostmaster(dataFolder)).kind === 'stranger') await rm(join(dataFolder, 'postmaster.pid'));
}
