import { parseAnswers } from '../answers/answers';
import type { Desired } from '../desired/desired';
import { readOptionsOf } from '../desired/read-options-of';
import { type Planned, planBetween } from '../pipeline/plan-between';
import { tablesUnderNewNames } from '../plan/renames/new-names';
import type { Origin } from '../prove/origin';
import type { Schema } from '../schema/schema';
import type { CompareOptions } from './compare-options';
import type { Workbench } from './workbench';

/** Columns are in the order of the history's, under the names that they will have. */
export function likeOf({ answers = {}, entities }: CompareOptions, schema: Schema): Schema {
  return tablesUnderNewNames(parseAnswers(answers), schema, entities.schema ?? 'public');
}

/** Plans between what was read and what was found, on what is open. */
export async function planOnWorkbench(
  { answers = {}, entities, online = true, live, server: url, signal }: CompareOptions,
  origin: Origin,
  desired: Desired,
  { slot, server }: Workbench,
): Promise<Planned> {
  // No database can be made on a connection that is in a transaction, as the one in use will be.
  await slot.settled();
  const planned = await planBetween(
    {
      origin,
      desired,
      online,
      signal,
      live: live === url ? { url, client: server } : live === undefined ? undefined : { url: live },
      answers: parseAnswers(answers),
      defaultSchema: entities.schema ?? 'public',
      read: readOptionsOf(entities),
    },
    slot,
  );
  slot.release();
  return planned;
}
