import {
  type Checked,
  checkDatabase,
  countOf,
  type History,
  type Migration,
  type Plan,
  readHistoryState,
  refuseBaseChanges,
  refuseConflictsIn,
} from '@retort/engine';
import { withThrowAwayPostgres } from '@retort/services';
import { answersFolder, type Context, loadHistory } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { scratchServer, scratchServerElsewhere } from '../database/scratch-server';
import { checkTypes } from '../models/check-types';
import { loadEntities } from '../models/load-entities';
import { readDeclaredSql } from '../models/read-declared-sql';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { formatQuestions, formatRefusals, toldPlan } from '../output/format-answers';
import { formatStatements } from '../output/format-statements';

export interface CheckFlags {
  /** A branch whose migrations may not have been edited or removed here (else 8). */
  readonly base?: string;
  /** Asks no database of yours: neither what is pending nor what drifted is known then. */
  readonly offline?: boolean;
}

/**
 * What CI asks: do the models and the migrations agree (else 4), is everything applied (else 3), and is the database what
 * the migrations made (else 5)?
 */
export async function check(context: Context, { base, offline = false }: CheckFlags): Promise<ExitCode> {
  const { project } = context;
  if (base !== undefined) await refuseBaseChanges(project.migrationsFolder, base);
  return offline ? checkOffline(context) : checkDatabaseInUse(context);
}

/** Do the models and the migrations agree? On a server that is there for this alone. */
async function checkOffline(context: Context): Promise<ExitCode> {
  const { reporter } = context;
  const history = await loadHistory(context);
  const compare = (server: string) => compareOn(context, { history, server, upToDate: undefined });
  const elsewhere = await scratchServerElsewhere(context);
  const { plan } = await (elsewhere === undefined ? withThrowAwayPostgres(compare) : compare(elsewhere));
  if (plan.kind !== 'empty') return reportDifference(context, plan);
  reporter.line('In order: the models and the migrations agree. No database was asked what is applied.');
  reporter.document({ command: 'check', outcome: 'inOrder', offline: true });
  return exitCodes.done;
}

interface Comparison {
  readonly history: History;
  readonly server: string;
  readonly upToDate: string | undefined;
  /** Where answers of that server are kept. */
  readonly cacheFolder?: string;
}

async function compareOn(context: Context, comparison: Comparison): Promise<Checked> {
  const { project, signal } = context;
  const entities = await loadEntities(context);
  await checkTypes(project);
  return checkDatabase({ ...comparison, entities, sql: readDeclaredSql(project), signal });
}

function reportDifference({ reporter }: Context, plan: Exclude<Plan, { kind: 'empty' }>): ExitCode {
  reporter.line('The models differ from the migrations:');
  for (const line of describe(plan)) reporter.line(line);
  reporter.line('Next: make db-prepare MSG="say what changed"');
  reporter.document({ command: 'check', outcome: 'modelsDiffer', plan: toldPlan(plan) });
  return exitCodes.modelsDiffer;
}

async function checkDatabaseInUse(context: Context): Promise<ExitCode> {
  const { reporter } = context;
  const database = await resolveDatabase(context);
  const history = await loadHistory(context);
  const state = await readHistoryState(database, history, 'notable');
  await refuseConflictsIn(database, history, state);
  const { pending } = state;
  const { plan, drift, otherSchema } = await compareOn(context, {
    history,
    server: await scratchServer(context, database),
    cacheFolder: answersFolder(context),
    upToDate: pending.length === 0 ? database.url : undefined,
  });
  if (plan.kind !== 'empty') return reportDifference(context, plan);
  if (pending.length > 0) return reportPending(context, pending);
  if (drift.length > 0) return reportDrift(context, { drift, otherSchema });
  reporter.line('In order: the models, the migrations and the database agree.');
  reporter.document({ command: 'check', outcome: 'inOrder' });
  return exitCodes.done;
}

function reportPending({ reporter }: Context, pending: readonly Migration[]): ExitCode {
  reporter.line(`${countOf(pending.length, 'migration is', 'migrations are')} pending:`);
  for (const { stem } of pending) reporter.line(`  ${stem}`);
  reporter.line('Next: make db-migrate');
  reporter.document({ command: 'check', outcome: 'pending', pending: pending.map(({ stem }) => stem) });
  return exitCodes.pending;
}

function reportDrift(
  { reporter }: Context,
  { drift, otherSchema }: Pick<Checked, 'drift' | 'otherSchema'>,
): ExitCode {
  reporter.line('The database is not what its migrations made:');
  for (const difference of drift) reporter.line(`  ${difference}`);
  if (otherSchema === undefined) {
    reporter.line('Next: undo by hand what was changed by hand, or write it into a model and a migration.');
  } else {
    reporter.line(`Names without a schema go to ${otherSchema} in this database (its search_path).`);
    reporter.line(
      `Next: name it in the data source and in retort.config.ts (schema: '${otherSchema}'), and, for scratch databases, in POSTGRES_URL (?options=-csearch_path%3D${encodeURIComponent(otherSchema)}).`,
    );
  }
  reporter.document({ command: 'check', outcome: 'drifted', differences: drift });
  return exitCodes.drifted;
}

function describe(plan: Exclude<Plan, { kind: 'empty' }>): readonly string[] {
  switch (plan.kind) {
    case 'ready':
      return formatStatements(plan.up);
    case 'needsAnswers':
      return [...formatQuestions(plan.questions), ...formatRefusals(plan.refusals)];
    case 'refused':
      return formatRefusals(plan.refusals);
  }
}
