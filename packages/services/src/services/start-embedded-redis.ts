import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { absentWhen } from '../errors/absent-when';
import { startOnFreePort } from '../network/start-on-free-port';
import { askRedis } from '../redis/ask-redis';
import { renderRedisUrl, startRedis } from '../redis/start-redis';
import { stopRedis } from '../redis/stop-redis';
import { redisFolder } from './choose-place';
import type { EmbeddedServerOptions } from './start-embedded-postgres';

export interface EmbeddedRedisOptions extends EmbeddedServerOptions {
  /** redis-server or valkey-server. */
  readonly program: string;
}

/** Makes sure that the Redis of a place runs, and returns its URL. */
export async function startEmbeddedRedis({
  place,
  user,
  port,
  program,
}: EmbeddedRedisOptions): Promise<string> {
  const folder = redisFolder(place);
  const running = await findRunning(folder);
  if (running !== undefined) return running;
  await stopRedis(folder);
  const password = randomBytes(18).toString('base64url');
  const started = await startOnFreePort(port, (freePort) =>
    startRedis({ program, folder, port: freePort, password, user, detached: true }),
  );
  return renderRedisUrl(started.port, password);
}

/** The server that its own settings file names, if it answers to the password in it. */
async function findRunning(folder: string): Promise<string | undefined> {
  const settings = await readFile(join(folder, 'redis.conf'), 'utf8').catch(absentWhen('ENOENT'));
  if (settings === undefined) return undefined;
  const port = /^port (\d+)$/m.exec(settings)?.[1];
  const password = /^requirepass (\S+)$/m.exec(settings)?.[1];
  if (port === undefined || password === undefined) return undefined;
  const url = renderRedisUrl(Number(port), password);
  return (await askRedis(url)).kind === 'answers' ? url : undefined;
}
