import { withConnection } from '../connect/connect';
import type { Database } from '../connect/database';
import { queryOf, type RunQuery } from '../connect/run-query';
import type { History, Migration } from '../history/history';
import { describeMigration } from '../journal/describe-migration';
import { qualifiedName } from '../journal/migrations-location';
import { readRunner } from '../journal/read-runner';
import { writeJournal } from '../journal/write-journal';
import type { LockOptions } from './lock/lock-options';
import { withMigrationLock } from './lock/with-migration-lock';
import { refuseReadOnly } from './session/refuse-read-only';
import { adoptApplied } from './state/adopt-applied';
import { compareHistory } from './state/compare-history';
import {
  createMigrationsTable,
  locateMigrationsTable,
  readAppliedMigrations,
} from './state/migrations-table';
import { refuseOtherTable } from './state/refuse-other-table';
import { findMigration } from './state/resolve-target';

export interface StampOptions extends LockOptions {
  readonly database: Database;
  readonly history: History;
  /** `head`, `base`, a name, or a unique prefix of one: the last that counts as applied. */
  readonly target: string;
  /** Forgets first whatever is recorded, also of migrations that have no file. */
  readonly purge: boolean;
}

export interface Stamped {
  readonly applied: readonly Migration[];
  /** Recorded before, and not any more. */
  readonly forgotten: readonly string[];
}

/** Writes down that migrations are applied, up to `target`, and that later ones are not. It runs none of them. */
export async function stamp({
  database,
  history,
  target,
  purge,
  ...options
}: StampOptions): Promise<Stamped> {
  const applied = chooseApplied(history, target);
  return withMigrationLock(database, options, () =>
    withConnection(database.url, async (client) => {
      const query = queryOf(client);
      await refuseReadOnly(query, database.url);
      await client.query('BEGIN');
      const forgotten = await rewriteRecords(query, { database, history, applied, purge });
      await client.query('COMMIT');
      return { applied, forgotten };
    }),
  );
}

interface Rewriting extends Pick<StampOptions, 'database' | 'history' | 'purge'> {
  readonly applied: readonly Migration[];
}

/** What was recorded and is not any more. */
async function rewriteRecords(
  query: RunQuery,
  { database, history, applied, purge }: Rewriting,
): Promise<readonly string[]> {
  const found = await locateMigrationsTable(query, database);
  const rows = await readAppliedMigrations(query, found);
  await refuseOtherTable(query, database, history, found, rows);
  const location = await createMigrationsTable(query, found);
  const runner = await readRunner(history.folder);
  const later = compareHistory(history, rows).applied.filter((migration) => !applied.includes(migration));
  const names = new Set(applied.map(({ recordedName }) => recordedName));
  const forgotten = rows
    .filter(({ name }) => !names.has(name))
    .filter(({ name }) => purge || later.some(({ recordedName }) => recordedName === name))
    .map(({ name }) => name);
  await query(`DELETE FROM ${qualifiedName(location)} WHERE $2 OR name = ANY ($1)`, [forgotten, purge]);
  const known = purge ? new Set<string>() : new Set(rows.map(({ name }) => name));
  const isKnown = ({ recordedName }: Migration) => known.has(recordedName);
  await adoptApplied(query, { location, runner, migrations: applied.filter(isKnown) });
  await adoptApplied(query, {
    location,
    runner,
    row: 'insert',
    migrations: applied.filter((migration) => !isKnown(migration)),
  });
  const undone = [];
  for (const migration of later) {
    undone.push({
      ...(await describeMigration(migration)),
      ...({ state: 'undone', direction: 'down', startedAtMs: null, durationMs: null } as const),
    });
  }
  await writeJournal(query, undone, { location, runner, row: 'keep', clearSteps: true });
  return forgotten;
}

function chooseApplied({ migrations }: History, target: string): readonly Migration[] {
  if (target === 'head') return migrations;
  if (target === 'base') return [];
  const last = findMigration('stamp', migrations, target);
  return migrations.slice(0, migrations.indexOf(last) + 1);
}
