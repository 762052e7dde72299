import { type Answers, parseAnswers } from '../answers/answers';
import { withConnection } from '../connect/connect';
import { ConnectionError } from '../connect/connection-error';
import { databaseIdentity } from '../connect/database-identity';
import { explainConnectionError } from '../connect/explain-connection-error';
import { liftTimeouts } from '../connect/lift-timeouts';
import { parseDatabaseUrl } from '../connect/parse-database-url';
import { buildDesired } from '../desired/build-desired';
import type { EntityOptions } from '../desired/entity-options';
import { readOptionsOf } from '../desired/read-options-of';
import { RetortError } from '../errors/retort-error';
import type { Statement } from '../operations/statement';
import { errorInOptions, planInOptions } from '../plan/in-options';
import type { Plan } from '../plan/plan';
import { tablesUnderNewNames } from '../plan/renames/new-names';
import { originAt } from '../prove/origin';
import type { LiveOptions } from '../prove/with-live';
import { type ReadOptions, readSchema } from '../read/read-schema';
import { together } from '../read/together';
import { withScratchSlot } from '../scratch/scratch-slot';
import { planBetween } from './plan-between';
import { type PlanOptions, type ReadPlanOptions, readPlanOptions } from './plan-options';

export type { EntityOptions, Plan, PlanOptions, Statement };

/**
 * Plans the migration that turns `from` into what the entities mean, and proves it on scratch copies.
 *
 * @example const plan = await planMigration({ from: 'postgres://…', to: { entities: [User, Widget] } });
 * @throws RetortError when there is no connection, an answer cannot be used, or the proof does not hold.
 */
export async function planMigration(given: PlanOptions): Promise<Plan> {
  const options = readPlanOptions(given);
  try {
    return planInOptions(await plan(options, parseAnswers(options)));
  } catch (error) {
    if (error instanceof ConnectionError) throw ofOption(error, options);
    throw error instanceof RetortError ? errorInOptions(error) : error;
  }
}

async function plan(options: ReadPlanOptions, answers: Answers): Promise<Plan> {
  const { entities, sql = [], scratch } = options;
  const defaultSchema = entities.schema ?? 'public';
  const { exclude } = options;
  const read: ReadOptions = { ...readOptionsOf(entities), ...(exclude === undefined ? {} : { exclude }) };
  const [before, identity] = await withConnection(options.from, (client) =>
    together(readSchema(client, read), databaseIdentity(client)),
  );
  const like = tablesUnderNewNames(answers, before, defaultSchema);
  const desired = await buildDesired({ entities, sql, scratch, like, read });
  const { online, live: url } = options;
  const planWith = async (live: LiveOptions['database'], isInUse: boolean) => {
    const origin = originAt(options.from, before, scratch, { isInUse });
    const change = { origin, desired, answers, defaultSchema, online, live, read };
    return (await withScratchSlot(scratch, {}, (slot) => planBetween(change, slot))).plan;
  };
  if (url === undefined) return planWith(undefined, false);
  return withConnection(url, async (client) => {
    const [live] = await together(
      databaseIdentity(client),
      // What is asked elsewhere first may take long.
      liftTimeouts(client, ['idle_session_timeout']),
    );
    return planWith({ url, client }, live === identity);
  });
}

function urlsOf(options: ReadPlanOptions): readonly (readonly [option: string, url: string])[] {
  return (['from', 'live', 'scratch'] as const).flatMap((option) => {
    const url = options[option];
    return url === undefined ? [] : [[option, url] as const];
  });
}

/** By the option that held the address, since no variable did. */
function ofOption(error: ConnectionError, options: ReadPlanOptions): ConnectionError {
  for (const [option, url] of urlsOf(options)) {
    const target = parseDatabaseUrl(url, option);
    if (target.shown === error.shown) return explainConnectionError(error.cause, target, option);
  }
  return error;
}
