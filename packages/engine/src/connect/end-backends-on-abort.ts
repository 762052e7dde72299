import type { RunQuery } from './run-query';

/** How long the server may take to end a process; one that is in the middle of its COMMIT finishes that first. */
const endTimeoutMs = 10_000;

export interface BackendsOnAbort {
  /** Settles when the server's processes are gone; at once where nothing was aborted. */
  readonly ended: () => Promise<void>;
  readonly stopListening: () => void;
}

/** Ends the server's processes `pids`, whatever they wait for, as soon as `signal` is aborted: their transactions are rolled back. */
export function endBackendsOnAbort(
  signal: AbortSignal | undefined,
  query: RunQuery,
  pids: ReadonlySet<number>,
): BackendsOnAbort {
  let ending: Promise<unknown> = Promise.resolve();
  const endBackends = () => {
    ending = query('SELECT pg_catalog.pg_terminate_backend(pid, $2) FROM unnest($1::integer[]) AS pid', [
      [...pids],
      endTimeoutMs,
    ]);
    // It is looked at when the migration has failed; until then it must not count as unhandled.
    ending.catch(() => undefined);
  };
  signal?.addEventListener('abort', endBackends, { once: true });
  return {
    ended: async () => {
      await ending;
    },
    stopListening: () => signal?.removeEventListener('abort', endBackends),
  };
}
