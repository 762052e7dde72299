import { type Answers, type AnswerTexts, parseAnswers } from './answers/answers';
import { readOptionsOf } from './compare/read-options-of';
import { withConnection } from './connect/connect';
import { ConnectionError, explainConnectionError } from './connect/explain-connection-error';
import { parseDatabaseUrl } from './connect/parse-database-url';
import { buildDesired } from './desired/build-desired';
import type { DeclaredSql } from './desired/declared-sql';
import type { EntityOptions } from './desired/entity-options';
import { RetortError } from './errors/retort-error';
import type { Statement } from './operations/statement';
import { tablesUnderNewNames } from './plan/new-names';
import type { Plan } from './plan/plan';
import { planBetween } from './plan-between';
import { originAt } from './prove/origin';
import { type ReadOptions, readSchema } from './read/read-schema';
import { withScratchSlot } from './scratch/scratch-slot';

export type { EntityOptions, Plan, Statement };

export interface PlanOptions extends AnswerTexts {
  /** A database that holds just what the history made. It is only read. */
  readonly from: string;
  /** TypeORM's options of the entities. */
  readonly to: EntityOptions;
  /** SQL that says what TypeORM cannot, run after the entities. */
  readonly sql?: readonly DeclaredSql[];
  /** The database in use, with rows. It is only read; what is tried in it is rolled back. */
  readonly live?: string;
  /**
   * Forms that do not block a running application: they need migrations of their own, outside a transaction (see
   * `files`). Default: true.
   */
  readonly online?: boolean;
  /** The server on which scratch databases are made; default: the one of `from`. */
  readonly scratch?: string;
  /** Tables that are bookkeeping and no part of the schema; default: TypeORM's table of migrations and our journal. */
  readonly exclude?: ReadOptions['exclude'];
}

/**
 * Plans the migration that turns `from` into what the entities mean, and proves it on scratch copies.
 *
 * @example const plan = await planMigration({ from: 'postgres://…', to: { entities: [User, Widget] } });
 * @throws RetortError when there is no connection, an answer cannot be used, or the proof does not hold.
 */
export async function planMigration(options: PlanOptions): Promise<Plan> {
  refuseIncomplete(options);
  const answers = parseAnswers(options);
  for (const [option, url] of urlsOf(options)) parseDatabaseUrl(url, option);
  try {
    return await plan(options, answers);
  } catch (error) {
    throw error instanceof ConnectionError ? ofOption(error, options) : error;
  }
}

async function plan(options: PlanOptions, answers: Answers): Promise<Plan> {
  const { to: entities, sql = [], scratch = options.from } = options;
  const defaultSchema = entities.schema ?? 'public';
  const { exclude } = options;
  const read: ReadOptions = { ...readOptionsOf(entities), ...(exclude === undefined ? {} : { exclude }) };
  const before = await withConnection(options.from, (client) => readSchema(client, read));
  const like = tablesUnderNewNames(answers, before, defaultSchema);
  const desired = await buildDesired({ entities, sql, scratch, like, read });
  const origin = originAt(options.from, before, scratch);
  const { online } = options;
  const live = options.live === undefined ? undefined : { url: options.live };
  const change = { origin, desired, answers, defaultSchema, online, live, read };
  return (await withScratchSlot(scratch, {}, (slot) => planBetween(change, slot))).plan;
}

function urlsOf(options: PlanOptions): readonly (readonly [option: string, url: string])[] {
  return (['from', 'live', 'scratch'] as const).flatMap((option) => {
    const url = options[option];
    return url === undefined ? [] : [[option, url] as const];
  });
}

/** By the option that held the address, since no variable did. */
function ofOption(error: ConnectionError, options: PlanOptions): ConnectionError {
  for (const [option, url] of urlsOf(options)) {
    const target = parseDatabaseUrl(url, option);
    if (target.shown === error.shown) return explainConnectionError(error.cause, target, option);
  }
  return error;
}

/** What TypeScript would not let pass. */
function refuseIncomplete({ from, to }: Partial<PlanOptions>): void {
  const missing = [
    ...(typeof from === 'string' ? [] : ['from, the URL of a database']),
    ...(typeof to === 'object' && to !== null ? [] : ["to, TypeORM's options of the entities"]),
  ];
  if (missing.length === 0) return;
  throw new RetortError({
    kind: 'settings',
    what: `planMigration was not given ${missing.join(', and ')}.`,
    at: 'its options',
    next: "await planMigration({ from: 'postgres://…', to: { entities: [User] } })",
  });
}
