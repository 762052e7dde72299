import { join } from 'node:path';
import { ServiceError } from '../errors/service-error';
import { readPidFileOwner } from '../processes/pid-file';
import { stopProcess } from '../processes/stop-process';

/** Stops the Redis that works in this folder, if one does, and waits until it is gone. Never signals another. */
export async function stopRedis(folder: string): Promise<'stopped' | 'notRunning'> {
  const owner = await readPidFileOwner(join(folder, 'redis.pid'), folder);
  if (owner.kind !== 'runs') return 'notRunning';
  const gone = await stopProcess(owner.process, [
    { signal: 'SIGTERM', waitMs: 5_000 },
    { signal: 'SIGKILL', waitMs: 5_000 },
  ]);
  if (gone) return 'stopped';
  throw new ServiceError({
    what: `Redis (process ${owner.process.pid}) does not stop.`,
    at: folder,
    next: `Look what it does (ps -p ${owner.process.pid}), end it and try again`,
  });
}
