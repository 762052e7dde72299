import type { StatementRun } from './statement-run';

export const journalTable = 'retort_journal';

/**
 * What became of a migration. `running` is only ever seen of one that runs statement by statement: after a crash, it is
 * the one that was in the middle. `adopted`: another runner had applied it, or it was stamped.
 */
export type JournalState = 'running' | 'applied' | 'failed' | 'undone' | 'adopted';

/** What the journal knows of a migration, without its SQL. */
export interface JournalEntry {
  readonly name: string;
  readonly timestamp: number;
  readonly stem: string;
  readonly state: JournalState;
  readonly direction: 'up' | 'down';
  readonly checksum: string;
  /** How many statements of the direction are done, where it runs statement by statement. */
  readonly stepsDone: number;
  /** The statement that ran outside of a transaction when it was last heard of. */
  readonly inFlight: InFlight | undefined;
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
  readonly durationMs: number | undefined;
  readonly by: string;
  readonly revision: string | undefined;
  readonly toolVersion: string | undefined;
  readonly error: string | undefined;
}

/** A statement that Postgres runs in no transaction, so that a crash leaves open whether it was done. */
export interface InFlight extends StatementRun {
  /** The indexes that were INVALID before it: another than these is its own, left behind. */
  readonly invalidBefore: readonly string[];
}

/** The part of the journal that is long. */
export interface JournalSql {
  readonly source: string;
  readonly up: readonly StatementRun[] | undefined;
  readonly down: readonly StatementRun[] | undefined;
  readonly downUnknown: string | undefined;
  readonly transactional: boolean;
  readonly steps: readonly StatementRun[];
}
