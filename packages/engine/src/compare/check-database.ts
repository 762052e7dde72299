import type { Plan } from '../plan-migration';
import type { CompareOptions } from './compare-options';
import { findDrift } from './find-drift';
import { planChanges } from './plan-changes';
import { readOptionsOf } from './read-options-of';

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
  return {
    plan,
    drift: await findDrift({ from: origin.schema, live: upToDate, read: readOptionsOf(entities) }),
  };
}
