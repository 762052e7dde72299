import type { ClientBase } from 'pg';
import { withConnection } from '../connect/connect';
import { readOptionsOf } from '../desired/read-options-of';
import type { Plan } from '../pipeline/plan-migration';
import type { CompareOptions } from './compare-options';
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
  /** The schema to which names without one go in the database in use, where it drifted and that is not the models' schema. */
  readonly otherSchema: string | undefined;
}

/** Compares the models with the history, and the history with the database in use. It writes nothing. */
export async function checkDatabase(options: CheckOptions): Promise<Checked> {
  const { upToDate, entities } = options;
  const { plan, origin } = await planChanges(options);
  if (upToDate === undefined) return { plan, drift: [], otherSchema: undefined };
  const drift = await findDrift({ from: origin.schema, live: upToDate, read: readOptionsOf(entities) });
  const schema = drift.length === 0 ? undefined : await withConnection(upToDate, currentSchema);
  return { plan, drift, otherSchema: schema === (entities.schema ?? 'public') ? undefined : schema };
}

async function currentSchema(client: ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ schema: string | null }>('SELECT current_schema() AS schema');
  return rows[0]?.schema ?? undefined;
}
