import { ServiceError } from '../errors/service-error';
import { stopProcess } from '../processes/stop-process';
import { readPostmaster } from './postmaster-pid';

/** Stops the server that runs on this data folder, if one does, and waits until it is gone. Never signals another. */
export async function stopPostgres(dataFolder: string): Promise<'stopped' | 'notRunning'> {
  const postmaster = await readPostmaster(dataFolder);
  if (postmaster.kind !== 'runs') return 'notRunning';
  // Fast, then immediate shutdown: https://www.postgresql.org/docs/current/server-shutdown.html
  const gone = await stopProcess(postmaster.process, [
    { signal: 'SIGINT', waitMs: 20_000 },
    { signal: 'SIGQUIT', waitMs: 10_000 },
  ]);
  if (gone) return 'stopped';
  throw new ServiceError({
    what: `Postgres (process ${postmaster.process.pid}) does not stop.`,
    at: dataFolder,
    next: `Look what it does (ps -p ${postmaster.process.pid}), end it and try again`,
  });
}
