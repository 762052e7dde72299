import type { RunQuery } from '../../connect/run-query';
import { RetortError } from '../../errors/retort-error';
import type { History, Migration } from '../../history/history';
import type { JournalEntry, JournalSql } from '../../journal/journal-entry';
import type { MigrationsTable } from '../../journal/migrations-location';
import { readJournalSql } from '../../journal/read-journal';
import type { HistoryState } from '../state/compare-history';

export interface Kept {
  /** The history with what ran, as the journal kept it, in the place of files that are gone or were edited since. */
  readonly history: History;
  /** Why the journal cannot undo one of them. */
  readonly notKept: ReadonlyMap<Migration, RetortError>;
}

/** What the journal kept of the migrations whose files say nothing, or something else, of what ran. */
export async function fromJournal(
  query: RunQuery,
  location: MigrationsTable,
  history: History,
  { statuses }: HistoryState,
): Promise<Kept> {
  const kept = statuses.filter((status) => status.kind === 'missing' || status.kind === 'edited');
  const sql = await readJournalSql(
    query,
    location,
    kept.map(({ entry }) => entry.name),
  );
  const migrations = new Map(history.migrations.map((migration) => [migration.recordedName, migration]));
  const unknown = new Map<Migration, RetortError>();
  for (const { entry } of kept) {
    const found = sql.get(entry.name);
    if (found === undefined) continue;
    const migration = keptMigration(entry, found);
    migrations.set(entry.name, migration);
    if (found.down === undefined) unknown.set(migration, notKept(entry.stem, found.downUnknown));
  }
  return {
    history: { ...history, migrations: [...migrations.values()].sort((a, b) => a.timestamp - b.timestamp) },
    notKept: unknown,
  };
}

function keptMigration({ name, stem, timestamp }: JournalEntry, sql: JournalSql): Migration {
  const path = `the journal's entry ${stem}`;
  return {
    timestamp,
    stem,
    path,
    recordedName: name,
    exportedName: name,
    slug: stem.replace(/^\d+[_-]/, ''),
    instance: {
      name,
      ...(sql.transactional ? {} : { transaction: false }),
      up: () => Promise.reject(new Error('the journal only undoes')),
      down: async (queryRunner) => {
        for (const statement of sql.down ?? [])
          await queryRunner.query(statement.sql, statement.parameters as unknown[]);
      },
    },
  };
}

function notKept(stem: string, because: string | undefined): RetortError {
  return new RetortError({
    what: `The journal does not know the SQL that undoes ${stem}: ${because ?? 'it was not kept'}.`,
    at: `the journal's entry ${stem}`,
    next: `Bring its file back from git and undo it with that: make db-downgrade`,
    kind: 'conflict',
  });
}
