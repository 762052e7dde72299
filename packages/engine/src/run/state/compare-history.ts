import type { History, Migration } from '../../history/history';
import { checksumOf } from '../../history/migration-source';
import type { JournalEntry } from '../../journal/journal-entry';
import type { AppliedMigration } from './migrations-table';

/** Where a migration stands. */
export type MigrationStatus =
  | { readonly kind: 'applied'; readonly migration: Migration; readonly entry: JournalEntry | undefined }
  | { readonly kind: 'pending'; readonly migration: Migration }
  /** Pending, although a newer one is applied. */
  | { readonly kind: 'outOfOrder'; readonly migration: Migration; readonly after: string }
  /** Pending: its last run failed, and nothing of it stays. */
  | { readonly kind: 'failed'; readonly migration: Migration; readonly entry: JournalEntry }
  /** It runs statement by statement, and its last run did not come to its end. */
  | { readonly kind: 'halfDone'; readonly migration: Migration; readonly entry: JournalEntry }
  /** Applied, and its file is not what ran. */
  | { readonly kind: 'edited'; readonly migration: Migration; readonly entry: JournalEntry }
  /** Applied by retort, and there is no file for it. */
  | { readonly kind: 'missing'; readonly row: AppliedMigration; readonly entry: JournalEntry }
  /** Applied by another runner, and there is no file for it. */
  | { readonly kind: 'unknown'; readonly row: AppliedMigration };

/** What the files and the database say of each other. */
export interface HistoryState {
  /** In the order in which they ran. */
  readonly applied: readonly Migration[];
  /** In the order in which they will run. */
  readonly pending: readonly Migration[];
  /** They ran, and there is no file for them. */
  readonly missing: readonly AppliedMigration[];
  /** Where each stands, oldest first. */
  readonly statuses: readonly MigrationStatus[];
  /** They ran, and the journal knows nothing of it: TypeORM's own runner, or an application, ran them. */
  readonly unjournaled: readonly Migration[];
}

export type Journal = ReadonlyMap<string, JournalEntry>;

export function compareHistory(
  history: History,
  rows: readonly AppliedMigration[],
  journal: Journal = new Map(),
): HistoryState {
  const byName = new Map(history.migrations.map((migration) => [migration.recordedName, migration]));
  const appliedNames = new Set(rows.map(({ name }) => name));
  const missing = rows.filter(({ name }) => !byName.has(name));
  // Each once: two executors of TypeORM that ran at the same time record a migration twice.
  const applied = [...appliedNames].flatMap((name) => byName.get(name) ?? []);
  const newest = rows.reduce((latest, row) => (row.timestamp > latest.timestamp ? row : latest), {
    timestamp: 0,
    name: '',
  });
  const statuses = [
    ...history.migrations.map((migration) =>
      appliedNames.has(migration.recordedName)
        ? statusOfApplied(migration, journal.get(migration.recordedName))
        : statusOfPending(migration, journal.get(migration.recordedName), newest),
    ),
    ...missing.map((row) => statusOfMissing(row, journal.get(row.name))),
  ].sort((a, b) => timestampOf(a) - timestampOf(b));
  return {
    applied,
    pending: history.migrations.filter(({ recordedName }) => !appliedNames.has(recordedName)),
    missing,
    statuses,
    unjournaled: applied.filter(({ recordedName }) => !isJournaled(journal.get(recordedName))),
  };
}

/** TypeORM's table says that it is applied: an entry that says that it was undone, or that its up failed, is of an earlier run. */
function isJournaled(entry: JournalEntry | undefined): entry is JournalEntry {
  if (entry === undefined || entry.state === 'undone') return false;
  return entry.state === 'applied' || entry.state === 'adopted' || entry.direction === 'down';
}

function statusOfApplied(migration: Migration, entry: JournalEntry | undefined): MigrationStatus {
  if (!isJournaled(entry)) return { kind: 'applied', migration, entry: undefined };
  if (isHalfDone(entry)) return { kind: 'halfDone', migration, entry };
  return entry.checksum === checksumOf(migration)
    ? { kind: 'applied', migration, entry }
    : { kind: 'edited', migration, entry };
}

function statusOfPending(
  migration: Migration,
  entry: JournalEntry | undefined,
  newest: AppliedMigration,
): MigrationStatus {
  if (entry?.direction === 'up') {
    if (isHalfDone(entry)) return { kind: 'halfDone', migration, entry };
    if (entry.state === 'failed') return { kind: 'failed', migration, entry };
  }
  return newest.timestamp > migration.timestamp
    ? { kind: 'outOfOrder', migration, after: newest.name }
    : { kind: 'pending', migration };
}

/** Something of it stays. */
function isHalfDone({ state, stepsDone, inFlight }: JournalEntry): boolean {
  return (state === 'running' || state === 'failed') && (stepsDone > 0 || inFlight !== undefined);
}

function statusOfMissing(row: AppliedMigration, entry: JournalEntry | undefined): MigrationStatus {
  return isJournaled(entry) ? { kind: 'missing', row, entry } : { kind: 'unknown', row };
}

function timestampOf(status: MigrationStatus): number {
  return 'row' in status ? status.row.timestamp : status.migration.timestamp;
}

/** What people call it. */
export function nameOf(status: MigrationStatus): string {
  switch (status.kind) {
    case 'missing':
      return status.entry.stem;
    case 'unknown':
      return status.row.name;
    default:
      return status.migration.stem;
  }
}
