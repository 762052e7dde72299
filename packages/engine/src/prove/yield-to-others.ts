import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import { cancelOnAbort } from '../connect/cancel-on-abort';
import { withConnection } from '../connect/connect';

/** What was tried was stopped: somebody waited for it. */
export class Yielded extends Error {}

export interface Holder {
  /** The database in which locks are held. */
  readonly url: string;
  readonly client: Client;
}

/**
 * Tries something in a transaction on a database that others use: whoever waits for its locks waits for about a second,
 * however long it takes. What takes less than that is watched by nobody.
 *
 * @throws Yielded
 */
export async function yieldToOthers<T>(
  { url, client }: Holder,
  act: (isWaitedFor: AbortSignal) => Promise<T>,
): Promise<T> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const [ended, waitedFor] = [new AbortController(), new AbortController()];
  const cancelling = cancelOnAbort(waitedFor.signal, () => client);
  const watching = untilSomebodyWaits(url, Number(rows[0]?.pid), ended.signal).then((waits) => {
    if (waits) waitedFor.abort();
  });
  // It is looked at below; until then it must not count as unhandled.
  watching.catch(() => undefined);
  const outcome = await act(waitedFor.signal).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  ended.abort();
  await watching;
  cancelling.stopListening();
  await cancelling.ended();
  if (waitedFor.signal.aborted) throw new Yielded('somebody waits for what is tried');
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

const everyMs = 500;

async function untilSomebodyWaits(url: string, pid: number, ended: AbortSignal): Promise<boolean> {
  if (!(await passes(2 * everyMs, ended))) return false;
  return withConnection(url, async (watcher) => {
    do {
      const { rowCount } = await watcher.query(
        'SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid)) LIMIT 1',
        [pid],
      );
      if (rowCount !== 0) return true;
    } while (await passes(everyMs, ended));
    return false;
  });
}

/** Whether the time passes before the end. */
function passes(ms: number, ended: AbortSignal): Promise<boolean> {
  return setTimeout(ms, true, { signal: ended }).catch((error: unknown) => {
    if (ended.aborted) return false;
    throw error;
  });
}
