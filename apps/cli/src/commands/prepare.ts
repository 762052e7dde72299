import { relative } from 'node:path';
import type { AnswerTexts, Prepared } from '@retort/engine';
import { withWorkbench } from '@retort/engine/workbench';
import type { Context } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { scratchServer } from '../database/scratch-server';
import { hearAnswers } from '../load/hear-answers';
import { loadTypeorm } from '../load/load-typeorm';
import { checkTypes } from '../models/check-types';
import { expectsChange } from '../models/expects-change';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { explainError } from '../output/explained-error';
import { formatConsents, formatQuestions, formatRefusals, toldRefusals } from '../output/format-answers';
import { formatStatements } from '../output/format-statements';
import type { Reporter } from '../output/reporter';
import type { Attempt } from './attempt-prepare';
import { refuseProtected } from './refuse-protected';

export interface PrepareFlags {
  readonly message: string | undefined;
  readonly manual: boolean;
  readonly answers: AnswerTexts;
  /** Forms that do not block a running application. */
  readonly online: boolean;
  /** The name of the database, typed: needed for consents where it is protected or not local. */
  readonly confirm?: string | undefined;
}

/** Writes the next migration: generated from the models, or empty for its author to fill in. */
export async function prepare(context: Context, flags: PrepareFlags): Promise<ExitCode> {
  const { project, signal } = context;
  const { answers, confirm } = flags;
  if (flags.manual) {
    const { prepareByHand }: typeof import('./prepare-by-hand.js') = require('./prepare-by-hand');
    return prepareByHand(context, flags.message);
  }
  // In a process of its own, beside all that comes before something is written.
  const types = checkTypes(project);
  // Where something else fails first, that is told.
  types.catch(() => undefined);
  const database = await resolveDatabase(context);
  if ((answers.allow ?? []).length > 0) await refuseProtected(database, 'allows what loses data', confirm);
  const server = await scratchServer(context, database);
  // The server makes a database while the models are loaded, and is let go before somebody is asked.
  const warm = expectsChange(context);
  const [attempt, prepared] = await withWorkbench(server, { signal, warm }, async (workbench) => {
    await workbench;
    await loadTypeorm();
    const { createAttempt }: typeof import('./attempt-prepare.js') = require('./attempt-prepare');
    await hearAnswers();
    const begun = await createAttempt(context, { ...flags, live: database.url, server, types });
    return [begun, await begun(answers, workbench)];
  });
  return report(context, await answerAll(context, answers, prepared, attempt), answers.allow);
}

/** On a terminal, asks until nothing is left to be asked: an answer can raise another question, or be none that can be used. */
async function answerAll(
  context: Context,
  answers: AnswerTexts,
  prepared: Prepared,
  attempt: Attempt,
): Promise<Prepared> {
  if (prepared.kind !== 'needsAnswers' || context.terminal === undefined) return prepared;
  const {
    askQuestions,
  }: typeof import('../questions/ask-questions.js') = require('../questions/ask-questions');
  const given = await askQuestions(context.terminal, prepared.questions, answers);
  try {
    return await answerAll(context, given, await attempt(given), attempt);
  } catch (error) {
    const explained = explainError(error);
    if (explained.kind !== 'settings') throw error;
    context.reporter.error({ ...explained, next: 'Answer again, or leave with Ctrl-C.' });
    return answerAll(context, answers, prepared, attempt);
  }
}

function report(context: Context, prepared: Prepared, allow: AnswerTexts['allow']): ExitCode {
  const { reporter } = context;
  for (const note of prepared.notes) reporter.line(`note   ${note}`);
  switch (prepared.kind) {
    case 'empty':
      return reportEmpty(reporter, prepared);
    case 'needsAnswers':
      return reportQuestions(reporter, prepared);
    case 'refused':
      return reportRefusals(reporter, prepared, allow);
    case 'ready':
      return reportWritten(context, prepared);
  }
}

type PreparedAs<Kind extends Prepared['kind']> = Extract<Prepared, { readonly kind: Kind }>;

function reportEmpty(reporter: Reporter, { notes, schemaFileRewritten }: PreparedAs<'empty'>): ExitCode {
  reporter.line('Nothing to do: the models and the migrations agree.');
  if (schemaFileRewritten)
    reporter.line('Rewrote the file of the schema: a migration had been written by hand.');
  reporter.document({ command: 'prepare', outcome: 'empty', notes });
  return exitCodes.done;
}

function reportQuestions(reporter: Reporter, prepared: PreparedAs<'needsAnswers'>): ExitCode {
  const { questions, notes } = prepared;
  const refusals = toldRefusals(prepared.refusals);
  for (const line of [...formatQuestions(questions), ...formatRefusals(refusals)]) reporter.line(line);
  reporter.line(
    'Nothing was written. Next: the same command, with an answer to each (several of one kind: separated by ;).',
  );
  reporter.document({ command: 'prepare', outcome: 'needsAnswers', questions, refusals, notes });
  return exitCodes.needsAnswer;
}

function reportRefusals(
  reporter: Reporter,
  prepared: PreparedAs<'refused'>,
  allow: AnswerTexts['allow'],
): ExitCode {
  const refusals = toldRefusals(prepared.refusals);
  for (const line of formatRefusals(refusals)) reporter.line(line);
  const all = formatConsents(refusals, allow === undefined || allow === 'all' ? [] : allow);
  const next = ` If all of it is meant, the same command with: ${all}`;
  reporter.line(`Nothing was written.${all === undefined ? '' : next}`);
  reporter.document({ command: 'prepare', outcome: 'refused', refusals, notes: prepared.notes });
  return exitCodes.refused;
}

function reportWritten({ reporter, cwd }: Context, prepared: PreparedAs<'ready'>): ExitCode {
  const { up, down, written, notes } = prepared;
  const files = written.map(({ name, path }) => ({ migration: name.stem, path: relative(cwd, path) }));
  for (const line of ['up', ...formatStatements(up), '', 'down', ...formatStatements(down), '']) {
    reporter.line(line);
  }
  for (const { path } of files) reporter.line(`Wrote ${path}`);
  if (files.length > 1) {
    reporter.line(
      'Several files: what cannot run in a transaction, or must be deployed apart, is in its own.',
    );
  }
  reporter.line('Next: review (names, indexes, constraints, down), then: make db-migrate');
  reporter.document({
    command: 'prepare',
    outcome: 'written',
    manual: false,
    ...files[0],
    files,
    up,
    down,
    notes,
  });
  return exitCodes.done;
}
