import type { Plan } from '../plan-migration';
import { bookkeepingTables } from '../run/bookkeeping-tables';
import type { CompareOptions } from './compare-models';
import { findDrift } from './find-drift';
import { planChanges } from './plan-changes';

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
  const { plan, origin } = await planChanges(options);
  if (upToDate === undefined) return { plan, drift: [] };
  const read = {
    exclude: bookkeepingTables(entities.migrationsTableName),
    metadataTable: entities.metadataTableName ?? 'typeorm_metadata',
  };
  return { plan, drift: await findDrift({ from: origin.schema, live: upToDate, read }) };
}
