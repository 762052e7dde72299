import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../connect/database';
import type { RunQuery } from '../../connect/run-query';
import { isConnectionLost } from '../../errors/is-connection-lost';
import { RetortError } from '../../errors/retort-error';
import type { Direction } from '../../history/direction';
import type { Migration } from '../../history/history';
import type { MigrationsTable } from '../../journal/migrations-location';
import { type MigrationLock, withMigrationLock } from '../lock/with-migration-lock';
import { refuseReadOnly } from '../session/refuse-read-only';
import { isRecorded } from '../state/migrations-table';

/** What became of a migration whose connection was lost. */
export type Outcome =
  /** And so are as many of those that were sent behind it. */
  { readonly kind: 'done'; readonly behind: number } | { readonly kind: 'notDone' | 'notKnown' };

export interface OutcomeOptions {
  readonly database: Database;
  readonly lock: MigrationLock;
  readonly location: MigrationsTable;
  readonly migration: Migration;
  /** What had been sent behind it. */
  readonly behind: readonly Migration[];
  readonly direction: Direction;
  readonly signal: AbortSignal | undefined;
}

/** For how long a server that is gone is waited for: as long as one takes to start, or another to take its place. */
export const reconnectTimeoutMs = 30_000;
const pauseMs = 200;

/** Asks the server, when nothing of the migration runs there any more: its record was made in the same transaction. */
export async function findOutcome(options: OutcomeOptions): Promise<Outcome> {
  const { lock, database, signal } = options;
  const deadlineMs = performance.now() + reconnectTimeoutMs;
  while (performance.now() < deadlineMs && signal?.aborted !== true) {
    // With the lock, taken anew where it was lost: no other runner is at it, and what the lost connection left is ended.
    const asked = orUndefined(async () => {
      if (!lock.isLost()) {
        await lock.endWorkers();
        return look(options, lock.query);
      }
      const lockTimeoutMs = deadlineMs - performance.now();
      const again = { lockTimeoutMs, ...(signal === undefined ? {} : { signal }) };
      return withMigrationLock(database, again, async ({ query }) => {
        // A standby that is about to take the place may not have heard of it yet.
        await refuseReadOnly(query, database.url);
        return look(options, query);
      });
    });
    const found = await orSilence(asked, deadlineMs - performance.now());
    if (found !== undefined) return found;
    await setTimeout(pauseMs);
  }
  return { kind: 'notKnown' };
}

async function look(options: OutcomeOptions, query: RunQuery): Promise<Outcome> {
  const done = await countDone(options, query, [options.migration, ...options.behind]);
  return done === 0 ? { kind: 'notDone' } : { kind: 'done', behind: done - 1 };
}

/** How many are done, up to the first that is not: they were begun in that order. */
export async function countDone(
  { location, direction }: Pick<OutcomeOptions, 'location' | 'direction'>,
  query: RunQuery,
  migrations: readonly Migration[],
): Promise<number> {
  for (const [index, { timestamp, recordedName: name }] of migrations.entries()) {
    if ((await isRecorded(query, location, { timestamp, name })) !== (direction === 'up')) return index;
  }
  return migrations.length;
}

/** A server that is gone without a word answers nothing, on whichever connection. */
async function orSilence<Value>(asked: Promise<Value>, timeoutMs: number): Promise<Value | undefined> {
  const over = new AbortController();
  const silence = setTimeout(Math.max(0, timeoutMs), undefined, { signal: over.signal });
  silence.catch(() => undefined);
  // When it is answered after all, nobody listens.
  asked.catch(() => undefined);
  try {
    return await Promise.race([asked, silence]);
  } finally {
    over.abort();
  }
}

/** Undefined where the server could not be asked now: it is gone, starts, or the lock is another's. */
async function orUndefined<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof RetortError || isConnectionLost(error)) return undefined;
    throw error;
  }
}
