import { withConnection } from '../connect/connect';
import type { Database } from '../connect/database';
import { queryOf } from '../connect/run-query';
import type { Direction } from '../history/direction';
import type { History, Migration } from '../history/history';
import type { MigrationsTable } from '../journal/migrations-location';
import { refuseConflicts, refuseHalfApplied } from './conflicts/refuse-conflicts';
import { refuseMissing } from './conflicts/refuse-missing';
import { locateMigrationsTable } from './state/migrations-table';
import { readState } from './state/read-history-state';
import { resolveDownTarget, resolveUpTarget } from './state/resolve-target';

export interface PlannedRun {
  readonly migrations: readonly Migration[];
  readonly location: MigrationsTable;
}

/** What a run to `target` would do now. It writes nothing, and waits for nobody. */
export async function planRun(
  database: Database,
  history: History,
  direction: Direction,
  target: string,
): Promise<PlannedRun> {
  return withConnection(database.url, async (client) => {
    const query = queryOf(client);
    const location = await locateMigrationsTable(query, database);
    const state = await readState(query, database, location, history);
    if (direction === 'up') {
      await refuseConflicts(query, database, history, state);
      return { location, migrations: resolveUpTarget(state, target) };
    }
    refuseMissing(history, state);
    refuseHalfApplied(state);
    return { location, migrations: resolveDownTarget(state, target) };
  });
}
