import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerUser } from '../processes/server-user';
import { spawnServer } from '../processes/spawn-server';
import { type StartOutcome, waitForServer } from '../processes/wait-for-server';
import { askRedis } from './ask-redis';

export interface StartRedisOptions {
  /** redis-server or valkey-server. */
  readonly program: string;
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  readonly user: ServerUser | undefined;
  readonly detached: boolean;
}

/** Starts a Redis that keeps nothing on disk, for this machine and whoever knows the password, and waits until it answers. */
export async function startRedis(options: StartRedisOptions): Promise<StartOutcome> {
  const { program, folder, port, password, user, detached } = options;
  const settings = join(folder, 'redis.conf');
  const logFile = join(folder, 'redis.log');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // In a file and not in the arguments, which everybody on the machine can read.
  await writeFile(settings, renderSettings(folder, port, password), { mode: 0o600 });
  if (user !== undefined) for (const path of [folder, settings]) await chown(path, user.uid, user.gid);
  const started = await spawnServer({
    file: program,
    arguments: [settings],
    folder,
    logFile,
    user,
    detached,
  });
  return waitForServer({
    name: 'Redis',
    process: started,
    answers: async () => (await askRedis(renderRedisUrl(port, password))).kind === 'answers',
    logFile,
    portTaken: /Address already in use/,
    deadlineMs: 20_000,
  });
}

export function renderRedisUrl(port: number, password: string): string {
  return `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`;
}

function renderSettings(folder: string, port: number, password: string): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(folder)}`,
    `pidfile ${JSON.stringify(join(folder, 'redis.pid'))}`,
    'daemonize no',
    'save ""',
    'appendonly no',
    '',
  ].join('\n');
}
