import { relative } from 'node:path';
import { type AnswerTexts, type Prepared, prepareManualMigration, prepareMigration } from '@retort/engine';
import { answersFolder, type Context, loadHistory, resolveDatabase, scratchServer } from '../context';
import { createFormat } from '../format/format-source';
import { checkTypes } from '../models/check-types';
import { loadEntities } from '../models/load-entities';
import { readDeclaredSql } from '../models/read-declared-sql';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { formatQuestions, formatRefusals } from '../output/format-answers';
import { formatStatements } from '../output/format-statements';
import { askQuestions } from '../questions/ask-questions';
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
export async function prepare(
  context: Context,
  { message, manual, answers, online, confirm }: PrepareFlags,
): Promise<ExitCode> {
  const { project, signal } = context;
  // In a process of its own, beside all that comes before something is written.
  const types = manual ? Promise.resolve() : checkTypes(project);
  // Where something else fails first, that is told.
  types.catch(() => undefined);
  const base = {
    history: await loadHistory(context),
    message,
    format: createFormat(project),
    nowMs: Date.now(),
  };
  if (manual) {
    const { name, path } = await prepareManualMigration(base);
    const shown = relative(context.cwd, path);
    context.reporter.line(`Wrote ${shown}`);
    context.reporter.line('Next: write its up and its down (both throw until you do), then: make db-migrate');
    context.reporter.document({
      command: 'prepare',
      outcome: 'written',
      manual: true,
      migration: name.stem,
      path: shown,
    });
    return exitCodes.done;
  }
  const database = await resolveDatabase(context);
  const { url } = database;
  if ((answers.allow ?? []).length > 0) await refuseProtected(database, 'allows what loses data', confirm);
  const server = await scratchServer(context, database);
  const entities = await loadEntities(context);
  const attempt = (given: AnswerTexts) =>
    prepareMigration({
      ...base,
      entities,
      sql: readDeclaredSql(project),
      server,
      cacheFolder: answersFolder(context),
      live: url,
      signal,
      answers: given,
      online,
      schemaFile: project.schemaFile,
      check: () => types,
    });
  return report(context, await answerAll(context, answers, attempt));
}

type Attempt = (answers: AnswerTexts) => Promise<Prepared>;

/** On a terminal, asks until nothing is left to be asked: an answer can raise another question. */
async function answerAll(context: Context, answers: AnswerTexts, attempt: Attempt): Promise<Prepared> {
  const prepared = await attempt(answers);
  if (prepared.kind !== 'needsAnswers' || context.terminal === undefined) return prepared;
  return answerAll(context, await askQuestions(context.terminal, prepared.questions, answers), attempt);
}

function report({ reporter, cwd }: Context, prepared: Prepared): ExitCode {
  for (const note of prepared.notes) reporter.line(`note   ${note}`);
  switch (prepared.kind) {
    case 'empty':
      reporter.line('Nothing to do: the models and the migrations agree.');
      if (prepared.schemaFileRewritten)
        reporter.line('Rewrote the file of the schema: a migration had been written by hand.');
      reporter.document({ command: 'prepare', outcome: 'empty', notes: prepared.notes });
      return exitCodes.done;
    case 'needsAnswers': {
      const { questions, refusals, notes } = prepared;
      for (const line of [...formatQuestions(questions), ...formatRefusals(refusals)]) reporter.line(line);
      reporter.line(
        'Nothing was written. Next: the same command, with an answer to each (several of one kind: separated by ;).',
      );
      reporter.document({ command: 'prepare', outcome: 'needsAnswers', questions, refusals, notes });
      return exitCodes.needsAnswer;
    }
    case 'refused': {
      const { refusals, notes } = prepared;
      for (const line of formatRefusals(refusals)) reporter.line(line);
      reporter.line('Nothing was written.');
      reporter.document({ command: 'prepare', outcome: 'refused', refusals, notes });
      return exitCodes.refused;
    }
    case 'ready': {
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
  }
}
