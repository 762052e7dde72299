import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import type { RunQuery } from '../../connect/run-query';
import { RetortError } from '../../errors/retort-error';
import { interruptedBeforeAny } from '../failures/interruption';
import type { Orphan } from './end-orphans';
import { describeHolder } from './lock-holders';
import type { LockOptions } from './lock-options';

/** Between two tries. Waiting in the server would hold a snapshot, and CREATE INDEX CONCURRENTLY waits for those: a deadlock. */
const pollMs = 200;

export interface WantedLock {
  readonly key: string;
  readonly shown: string;
  readonly isPooled: boolean;
}

/** What is asked in the same trip as the lock, and of account where that is obtained. */
export interface AskedWithLock {
  readonly orphans: Promise<readonly Orphan[]>;
  readonly isInOrder: Promise<boolean>;
}

/** Takes the lock, or waits until it is free. */
export async function obtainLock(
  client: Client,
  wanted: WantedLock,
  options: LockOptions,
  ask: () => AskedWithLock,
): Promise<AskedWithLock> {
  const { lockTimeoutMs = 30_000, onWait, onEvent, signal } = options;
  const startedAtMs = performance.now();
  for (let tries = 0; ; tries++) {
    if (signal?.aborted) throw interruptedBeforeAny(wanted.shown);
    const obtained = tryLock(client, wanted);
    // A pooler's lock is a transaction, which a question that fails would end.
    const asked = wanted.isPooled
      ? { orphans: Promise.resolve([]), isInOrder: Promise.resolve(false) }
      : ask();
    for (const answer of Object.values(asked)) answer.catch(() => undefined);
    if (await obtained) return asked;
    const holder = await describeHolder(client, wanted.key);
    if (tries === 0) {
      onWait?.(holder);
      onEvent?.({ kind: 'waitingForRunner', holder });
    }
    if (performance.now() - startedAtMs >= lockTimeoutMs) throw locked(holder, lockTimeoutMs, wanted.shown);
    await setTimeout(pollMs);
  }
}

/** The connection is idle while migrations run, and the server must not close it for that; ending a process may take long. */
async function tryLock(client: Client, { key, isPooled }: WantedLock): Promise<boolean> {
  const scope = isPooled ? '_xact' : '';
  if (isPooled) await client.query('BEGIN');
  const { rows } = await client.query<{ obtained: boolean }>(
    `SELECT pg_catalog.pg_try_advisory${scope}_lock(pg_catalog.hashtextextended($1, 0)) AS obtained,
       pg_catalog.set_config($2, '0', $3), pg_catalog.set_config('statement_timeout', '0', $3),
       CASE WHEN pg_catalog.current_setting('server_version_num')::int >= 170000 THEN pg_catalog.set_config('transaction_timeout', '0', $3) END`,
    [key, isPooled ? 'idle_in_transaction_session_timeout' : 'idle_session_timeout', isPooled],
  );
  const obtained = rows[0]?.obtained === true;
  if (isPooled && !obtained) await client.query('ROLLBACK');
  return obtained;
}

/** What the transaction of a session holds, the session gets at once. */
export async function lockSession(query: RunQuery, key: string): Promise<void> {
  await query(
    `SELECT pg_catalog.pg_advisory_lock(pg_catalog.hashtextextended($1, 0)),
       pg_catalog.set_config('statement_timeout', '0', false),
       pg_catalog.set_config('idle_session_timeout', '0', false)`,
    [key],
  );
  await query('COMMIT');
}

function locked(holder: string, lockTimeoutMs: number, shown: string): RetortError {
  return new RetortError({
    what:
      lockTimeoutMs === 0
        ? `Another runner is migrating this database: ${holder}.`
        : `Another runner has been migrating this database for more than ${lockTimeoutMs / 1000} s: ${holder}.`,
    at: shown,
    next: 'Wait until it is done and run the command again. See what has been applied: retort status',
    kind: 'locked',
  });
}
