import type { RunQuery } from '../../connect/run-query';
import type { Migration } from '../../history/history';
import { describeMigration } from '../../journal/describe-migration';
import type { MigrationsTable } from '../../journal/migrations-location';
import type { Runner } from '../../journal/read-runner';
import { writeJournal } from '../../journal/write-journal';

export interface AdoptOptions {
  readonly location: MigrationsTable;
  readonly runner: Runner;
  readonly migrations: readonly Migration[];
  /** Whether TypeORM's table learns of them too: not where it knows them already. */
  readonly row?: 'insert' | 'keep';
}

/** Writes down that migrations are applied that nobody saw run: from their files as they are now. */
export async function adoptApplied(
  query: RunQuery,
  { location, runner, migrations, row = 'keep' }: AdoptOptions,
): Promise<void> {
  const entries = [];
  for (const migration of migrations) {
    entries.push({
      ...(await describeMigration(migration)),
      ...({ state: 'adopted', direction: 'up', startedAtMs: null, durationMs: null } as const),
    });
  }
  await writeJournal(query, entries, { location, runner, row, clearSteps: true });
}
