import type { Plan } from '../plan-migration';
import { withHistoryDatabase } from '../replay/with-history-database';
import { bookkeepingTables } from '../run/bookkeeping-tables';
import { type CompareOptions, historyOf, planFrom } from './compare-models';
import { findDrift } from './find-drift';

export interface CheckOptions extends CompareOptions {
  /** The database in use, where every migration is applied to it; without one, drift is not looked for. */
  readonly upToDate: string | undefined;
}

export interface Checked {
  readonly plan: Plan;
  /** In what the database in use is not what the history made. */
  readonly drift: readonly string[];
}

/** Compares the models with the history, and the history with the database in use. It writes nothing. */
export async function checkDatabase(options: CheckOptions): Promise<Checked> {
  const { upToDate, entities } = options;
  return withHistoryDatabase(historyOf(options), async (from) => ({
    plan: await planFrom(from, options),
    drift:
      upToDate === undefined
        ? []
        : await findDrift({
            from,
            live: upToDate,
            read: {
              exclude: bookkeepingTables(entities.migrationsTableName),
              metadataTable: entities.metadataTableName ?? 'typeorm_metadata',
            },
          }),
  }));
}
