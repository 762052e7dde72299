import type { RunQuery } from '../../connect/run-query';
import type { Migration } from '../../history/history';
import { hidePasswords } from '../failures/hide-passwords';
import type { Blocker, OnEvent } from './run-events';

const pollMs = 100;
const slowMs = 2000;
/** How often it is told that a statement still runs. */
const everyMs = 1000;

/** A server that has not said for so long what it does is gone, however busy it is. */
const silentMs = 60_000;

/** Looks, from the lock's connection, at what the connection that runs a migration waits for. */
export interface StatementWatch {
  begin(sql: string): void;
  end(): void;
  /** The server's process is known from now on. */
  onBackend(pid: number): void;
  /** Who held up the last statement that was seen to wait. */
  readonly blockers: () => readonly Blocker[];
  stop(): void;
}

export interface WatchOptions {
  /** Undefined where the process is not known yet: behind a pooler. */
  readonly pid: number | undefined;
  readonly query: RunQuery;
  readonly migration: Migration;
  readonly onEvent: OnEvent;
  /** Called when the server does not answer any more: nobody else would notice before the operating system does, in a quarter of an hour. */
  readonly onSilence: () => void;
  /** After how long that is; default a minute. */
  readonly silentAfterMs?: number;
}

export function watchStatements({
  query,
  migration,
  onEvent,
  onSilence,
  silentAfterMs = silentMs,
  ...known
}: WatchOptions): StatementWatch {
  let { pid } = known;
  let current: { readonly sql: string; readonly startedAtMs: number } | undefined;
  let blockers: readonly Blocker[] = [];
  let isAsking = false;
  // Not by the clock: a program that was stopped and goes on has not listened.
  let looksInVain = 0;
  let toldAtMs = 0;
  const look = async () => {
    if (current === undefined) return;
    if (isAsking) {
      looksInVain++;
      if (looksInVain * pollMs >= silentAfterMs) onSilence();
      return;
    }
    const watched = current;
    const elapsedMs = performance.now() - watched.startedAtMs;
    if (elapsedMs < pollMs) return;
    isAsking = true;
    looksInVain = 0;
    try {
      const found = pid === undefined ? [] : await readBlockers(query, pid);
      if (current !== watched) return;
      if (found.length > 0) blockers = found;
      if (elapsedMs < slowMs || elapsedMs - toldAtMs < everyMs) return;
      toldAtMs = elapsedMs;
      onEvent({
        kind: 'running',
        migration,
        elapsedMs,
        blockers: found,
        sql: hidePasswords(watched.sql),
      });
    } catch {
      // The lock's connection is lost: that is found, and told, before the next migration.
    } finally {
      isAsking = false;
    }
  };
  const timer = setInterval(() => void look(), pollMs);
  timer.unref();
  return {
    begin: (sql) => {
      current = { sql, startedAtMs: performance.now() };
      toldAtMs = 0;
    },
    end: () => {
      current = undefined;
    },
    onBackend: (backend) => {
      pid = backend;
    },
    blockers: () => blockers,
    stop: () => clearInterval(timer),
  };
}

/** In a transaction, as behind a pooler, the statistics would stay as they were first seen. */
async function readBlockers(query: RunQuery, pid: number): Promise<readonly Blocker[]> {
  await query('SELECT pg_catalog.pg_stat_clear_snapshot()');
  const rows = await query(
    `SELECT b.pid, b.application_name AS application, b.query,
       extract(epoch FROM pg_catalog.clock_timestamp() - coalesce(b.xact_start, b.backend_start)) * 1000 AS age
     FROM unnest(pg_catalog.pg_blocking_pids($1)) AS p(pid) JOIN pg_catalog.pg_stat_activity b USING (pid)`,
    [pid],
  );
  return rows.map(({ pid: blocking, application, query: sql, age }) => ({
    pid: Number(blocking),
    application: String(application ?? ''),
    query: hidePasswords(String(sql ?? '')),
    ageMs: age === null ? undefined : Number(age),
  }));
}
