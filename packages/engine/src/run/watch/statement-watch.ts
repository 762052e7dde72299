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

/** Looks, from the lock's connection, at what the connection that runs a migration waits for. */
export class StatementWatch {
  readonly #options: WatchOptions;
  readonly #timer: NodeJS.Timeout;
  #pid: number | undefined;
  #current: { readonly sql: string; readonly startedAtMs: number } | undefined;
  #blockers: readonly Blocker[] = [];
  #isAsking = false;
  /** Not by the clock: a program that was stopped and goes on has not listened. */
  #looksInVain = 0;
  #toldAtMs = 0;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#pid = options.pid;
    this.#timer = setInterval(() => void this.#look(), pollMs);
    this.#timer.unref();
  }

  begin(sql: string): void {
    this.#current = { sql, startedAtMs: performance.now() };
    this.#toldAtMs = 0;
  }

  end(): void {
    this.#current = undefined;
  }

  /** The server's process is known from now on. */
  onBackend(pid: number): void {
    this.#pid = pid;
  }

  /** Who held up the last statement that was seen to wait. */
  blockers(): readonly Blocker[] {
    return this.#blockers;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const watched = this.#current;
    if (watched === undefined) return;
    if (this.#isAsking) {
      this.#looksInVain++;
      const { onSilence, silentAfterMs = silentMs } = this.#options;
      if (this.#looksInVain * pollMs >= silentAfterMs) onSilence();
      return;
    }
    const elapsedMs = performance.now() - watched.startedAtMs;
    if (elapsedMs < pollMs) return;
    this.#isAsking = true;
    this.#looksInVain = 0;
    try {
      const { query } = this.#options;
      const found = this.#pid === undefined ? [] : await readBlockers(query, this.#pid);
      if (this.#current !== watched) return;
      if (found.length > 0) this.#blockers = found;
      this.#tell(watched.sql, elapsedMs, found);
    } catch {
      // The lock's connection is lost: that is found, and told, before the next migration.
    } finally {
      this.#isAsking = false;
    }
  }

  #tell(sql: string, elapsedMs: number, blockers: readonly Blocker[]): void {
    if (elapsedMs < slowMs || elapsedMs - this.#toldAtMs < everyMs) return;
    this.#toldAtMs = elapsedMs;
    const { migration, onEvent } = this.#options;
    onEvent({ kind: 'running', migration, elapsedMs, blockers, sql: hidePasswords(sql) });
  }
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
