import { ServiceError } from '../errors/service-error';
import type { StartOutcome } from '../processes/wait-for-server';
import { findFreePort } from './find-free-port';

const attempts = 5;

/** Starts a server on `preferred` if that port is free, else on another; again on another when somebody is quicker. */
export async function startOnFreePort(
  preferred: number | undefined,
  start: (port: number) => Promise<StartOutcome>,
): Promise<{ readonly port: number; readonly pid: number }> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const port = await findFreePort(attempt === 1 ? preferred : undefined);
    const outcome = await start(port);
    if (outcome.kind === 'answers') return { port, pid: outcome.process.pid };
  }
  throw new ServiceError({
    what: `Other programs took each of ${attempts} ports before our server could.`,
    at: '127.0.0.1',
    next: 'Try again',
  });
}
