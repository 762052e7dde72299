import type { ClientBase } from 'pg';
import { type AnswerTexts, answersError, parseAnswers } from './answers/answers';
import { Consents } from './answers/consents';
import { resolveDecisions } from './answers/resolve-decisions';
import { withConnection } from './connect/connect';
import { buildDesired } from './desired/build-desired';
import type { DeclaredSql } from './desired/declared-sql';
import type { EntityOptions } from './desired/entity-options';
import { leaveOutUnmanaged } from './desired/leave-out-unmanaged';
import { diffSchemas } from './diff/diff-schemas';
import type { Operation } from './operations/operation';
import { renderOperation } from './operations/operation';
import type { Statement } from './operations/statement';
import { findDoubts } from './plan/find-doubts';
import { findRefusals } from './plan/find-refusals';
import { keepWhatNobodyMade } from './plan/keep-what-nobody-made';
import { onlineForms } from './plan/online-forms';
import { openPoints } from './plan/open-points';
import { orderOperations } from './plan/order-operations';
import type { Plan } from './plan/plan';
import { planRenames } from './plan/plan-renames';
import { renameQuestions } from './plan/rename-questions';
import { renderPlan } from './plan/render-plan';
import { proveMigration } from './prove/prove-migration';
import { runStatements } from './prove/run-statements';
import { withCopy } from './prove/with-copy';
import { withLive } from './prove/with-live';
import { type ReadOptions, readSchema } from './read/read-schema';
import { bookkeepingTables } from './run/bookkeeping-tables';
import type { Schema } from './schema/schema';

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
  const answers = parseAnswers(options);
  const { to: entities, sql = [], scratch = options.from } = options;
  const defaultSchema = entities.schema ?? 'public';
  const read: ReadOptions = {
    exclude: options.exclude ?? bookkeepingTables(entities.migrationsTableName),
    metadataTable: entities.metadataTableName ?? 'typeorm_metadata',
  };
  const before = await withConnection(options.from, (client) => readSchema(client, read));
  const desired = await buildDesired({ entities, sql, scratch, like: before, read });
  const managed = async (client: ClientBase) =>
    leaveOutUnmanaged(await readSchema(client, read), desired.unmanaged);
  const from = leaveOutUnmanaged(before, desired.unmanaged);
  const to = keepWhatNobodyMade(from, desired.schema);

  const consents = new Consents(answers, defaultSchema);
  const { decisions, problems } = resolveDecisions(answers, to, defaultSchema);
  const renames = planRenames(answers, from, to, defaultSchema);
  const allProblems = [...problems, ...renames.problems];
  if (allProblems.length > 0) throw answersError(allProblems);

  const copy = { of: options.from, schema: before, server: scratch };
  const renamed = await afterRenames(renames.operations, from, copy, managed);
  const { operations: rest, unsupported } = diffSchemas(renamed, to, decisions);
  const operations = [...renames.operations, ...rest];

  return withLive({ url: options.live, from, to, read: managed }, async (live) => {
    const notes = [...desired.warnings, ...notCompared(from, desired.schema), ...live.leftAlone];
    const asked = renameQuestions(from, to, renames, consents);
    const doubts = findDoubts(rest, decisions.using, consents).filter(
      ({ table }) => !asked.isUnsettled(table),
    );
    const settled = await live.settle(doubts, renames.operations.flatMap(renderOperation));
    const { questions, refusals } = openPoints(
      asked.questions,
      findRefusals(operations, consents),
      unsupported,
      settled,
      consents,
    );
    if (questions.length > 0) return { kind: 'needsAnswers', questions, refusals, notes };
    if (refusals.length > 0) return { kind: 'refused', refusals, notes };
    if (operations.length === 0) return { kind: 'empty', notes };

    const plain = renderPlan(operations);
    const { up, down, files } =
      options.online !== false
        ? renderPlan([...renames.operations, ...orderOperations(onlineForms(rest, to), renamed, to)])
        : plain;
    await withCopy(copy, (url) => proveMigration({ url, from, to, up, down, read: managed }));
    // The plain forms ask the rows the same, and can be rolled back.
    const rehearsal = await live.rehearse(plain.up);
    switch (rehearsal.kind) {
      case 'refused': {
        const { statement, message } = rehearsal.refused;
        const what = `The rows of the database in use do not allow it: ${statement.comment}: ${message}`;
        const next = `Write a migration that puts the rows right first: make db-prepare MSG="…" MANUAL=1\n${statement.sql}`;
        return { kind: 'refused', refusals: [{ what, next, consent: null }], notes };
      }
      case 'skipped':
        return {
          kind: 'ready',
          up,
          down,
          files,
          notes: [...notes, ...lost(up), `Not tried on the database in use: ${rehearsal.because}.`],
        };
      case 'passed':
        return { kind: 'ready', up, down, files, notes: [...notes, ...lost(up)] };
    }
  });
}

/** What Postgres makes of the schema when things get their new names: every expression in it follows. */
async function afterRenames(
  operations: readonly Operation[],
  from: Schema,
  copy: Parameters<typeof withCopy>[0],
  read: (client: ClientBase) => Promise<Schema>,
): Promise<Schema> {
  if (operations.length === 0) return from;
  return withCopy(copy, (url) =>
    withConnection(url, async (client) => {
      await runStatements(client, operations.flatMap(renderOperation));
      return read(client);
    }),
  );
}

/** What a migration made and is of a kind that is not compared. */
function notCompared(from: Schema, declared: Schema): readonly string[] {
  const known = new Set(declared.unmodelled.map(({ kind, name }) => `${kind} ${name}`));
  return from.unmodelled
    .filter(({ kind, name }) => !known.has(`${kind} ${name}`))
    .map(
      ({ kind, name }) =>
        `The ${kind} ${name} was made by a migration, and its kind is not compared: left alone.`,
    );
}

/** What the way back cannot bring back. */
function lost(up: readonly Statement[]): readonly string[] {
  return up.flatMap(({ note }) => (note === null ? [] : [note]));
}
