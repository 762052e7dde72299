import { type AnswerTexts, type Prepared, type PrepareOptions, prepareMigration } from '@retort/engine';
import { answersFolder, type Context, loadHistory } from '../context';
import { createFormat } from '../format/format-source';
import { hearAnswers } from '../load/hear-answers';
import { loadEntities } from '../models/load-entities';
import { readDeclaredSql } from '../models/read-declared-sql';
import { findDeleted, reportForgotten } from './find-deleted';

/** Prepares with these answers, on what is open already, if anything is. */
export type Attempt = (
  answers: AnswerTexts,
  workbench?: NonNullable<PrepareOptions['workbench']>,
) => Promise<Prepared>;

export interface Attempted {
  readonly message: string | undefined;
  readonly online: boolean;
  /** The URL of the database in use. */
  readonly live: string;
  readonly server: string;
  /** Nothing is written where it fails. */
  readonly types: Promise<void>;
}

/** Reads the history and the models, once for all attempts. */
export async function createAttempt(
  context: Context,
  { message, online, live, server, types }: Attempted,
): Promise<Attempt> {
  const { project, signal } = context;
  const format = createFormat(project);
  const deleted = await findDeleted(context, format);
  const history = await loadHistory(context, deleted === undefined ? 'checked' : 'ignored');
  const base = { history, message, format, nowMs: Date.now() };
  await hearAnswers();
  const entities = await loadEntities(context);
  await hearAnswers();
  return async (answers, workbench) => {
    const prepared = await prepareMigration({
      ...base,
      entities,
      server,
      live,
      answers,
      workbench,
      online,
      signal,
      sql: readDeclaredSql(project),
      cacheFolder: answersFolder(context),
      schemaFile: project.schemaFile,
      check: () => types,
    });
    if (prepared.kind === 'empty') await deleted?.forget();
    if (prepared.kind === 'empty' || prepared.kind === 'ready') reportForgotten(context, deleted);
    return prepared.kind === 'refused' && history.migrations.length === 0
      ? { ...prepared, notes: [...prepared.notes, ofBaseline] }
      : prepared;
  };
}

const ofBaseline =
  'There is no migration yet. Where the database in use has the schema already, begin with that: retort baseline';
