import type { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { Database } from '../../connect/database';
import type { Direction } from '../../history/direction';
import type { Migration } from '../../history/history';
import type { JournalEntry } from '../../journal/journal-entry';
import type { MigrationsTable } from '../../journal/migrations-location';
import type { Runner } from '../../journal/read-runner';
import type { Ahead } from '../ahead/ahead';
import type { MigrationLock } from '../lock/with-migration-lock';
import type { Retries } from '../session/retry-locks';
import type { SessionLimits } from '../session/session-limits';
import type { Notices } from '../watch/notices';
import type { OnEvent } from '../watch/run-events';
import type { StatementWatch } from '../watch/statement-watch';

export interface OneOptions {
  readonly database: Database;
  readonly queryRunner: QueryRunner;
  readonly location: MigrationsTable;
  readonly direction: Direction;
  readonly migration: Migration;
  readonly entry: JournalEntry | undefined;
  readonly runner: Runner;
  readonly limits: SessionLimits;
  /** Also to look, on its connection, at what the migration waits for. */
  readonly lock: MigrationLock;
  /** The server is reached through a pooler that keeps the session of a client. */
  readonly isKept: boolean;
  /** Settles when it is known that the lock is still held. */
  readonly confirmed: Promise<void>;
  readonly onEvent: OnEvent;
  /** Those that follow, as far as nothing is to be done in between: they may be sent behind it. */
  readonly behind: readonly Migration[];
  readonly ahead: Ahead;
  readonly notices: Notices;
  readonly signal: AbortSignal | undefined;
}

/** One migration, while it is run. */
export interface Running extends OneOptions {
  readonly client: Client;
  readonly watch: StatementWatch;
  readonly retries: Retries;
  readonly startedAtMs: number;
  /** The same on a clock that nobody puts back. */
  readonly startedTickMs: number;
}

export function rerunOf(direction: Direction): string {
  return direction === 'up' ? 'make db-migrate' : 'make db-downgrade';
}
