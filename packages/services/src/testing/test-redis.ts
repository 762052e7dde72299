import { randomBytes } from 'node:crypto';
import { startOnFreePort } from '../network/start-on-free-port';
import { findServerUser } from '../processes/find-server-user';
import { findRedisProgram } from '../redis/find-redis-program';
import { renderRedisUrl, startRedis } from '../redis/start-redis';
import { stopRedis } from '../redis/stop-redis';
import { makeRunFolder, stopOnce } from './run-folder';
import { openRunsFolder } from './test-folder';

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** Whether {@link startTestRedis} can start one: the tests that need it are skipped elsewhere, as setup goes without a cache. */
export function hasTestRedis(): boolean {
  return findRedisProgram(process.env.PATH) !== undefined;
}

/** Starts an empty Redis of its own; undefined where the PATH has neither redis-server nor valkey-server. */
export async function startTestRedis(): Promise<TestRedis | undefined> {
  const program = findRedisProgram(process.env.PATH);
  if (program === undefined) return undefined;
  const user = await findServerUser();
  const folder = await makeRunFolder(await openRunsFolder(), user);
  const password = randomBytes(18).toString('base64url');
  const { port, pid } = await startOnFreePort(undefined, (freePort) =>
    startRedis({ program, folder, port: freePort, password, user, detached: false }),
  );
  return { url: renderRedisUrl(port, password), stop: stopOnce(pid, folder, () => stopRedis(folder)) };
}
