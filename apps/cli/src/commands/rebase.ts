import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  type Database,
  type History,
  type Migration,
  migrate,
  RetortError,
  rebaseMigrations,
  renderHistorySchema,
  undo,
  verifyHistory,
  withHistoryDatabase,
} from '@retort/engine';
import type { Context } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { scratchServer } from '../database/scratch-server';
import { createFormat } from '../format/format-source';
import { loadModule } from '../load/load-module';
import { loadEntities } from '../models/load-entities';
import { readDeclaredSql } from '../models/read-declared-sql';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { reportRun } from '../output/report-run';
import { refuseProtected } from './refuse-protected';

export interface RebaseFlags {
  readonly base: string;
  readonly confirm: string | undefined;
}

/** Moves the migrations that nobody else has behind those that others pushed, and proves them again. */
export async function rebase(context: Context, { base, confirm }: RebaseFlags): Promise<ExitCode> {
  const { reporter, project } = context;
  const database = await resolveDatabase(context);
  await refuseProtected(database, 'undoes migrations and runs them again', confirm);
  const { moved, before, after, registryChanged } = await rebaseMigrations({
    folder: project.migrationsFolder,
    base,
    load: loadModule,
    nowMs: Date.now(),
    format: createFormat(project),
    prove: (history) => prove(context, database, history),
  });
  for (const { from, to } of moved) reporter.line(`moved    ${from.stem}  to  ${to.stem}`);
  if (moved.length > 0) {
    await redo(context, database, { before, after, moved: moved.map(({ from }) => from) });
  } else {
    reporter.line(`Nothing to move: what is not on ${base} comes after what is.`);
    if (registryChanged) reporter.line(`Wrote ${relative(context.cwd, join(after.folder, 'index.ts'))}`);
  }
  const schemaChanged = await writeSchemaFile(context, database, after);
  if (moved.length > 0 || registryChanged || schemaChanged) {
    reporter.line('Next: look at the change, and commit it: git add --all, git commit');
  }
  reporter.document({
    command: 'rebase',
    moved: moved.map(({ from, to }) => ({ from: from.stem, to: to.stem })),
  });
  return exitCodes.done;
}

async function prove(context: Context, database: Database, history: History): Promise<void> {
  const verified = await verifyHistory({
    history,
    server: await scratchServer(context, database),
    signal: context.signal,
    entities: await loadEntities(context),
    sql: readDeclaredSql(context.project),
  });
  if (verified.kind !== 'broken') return;
  const { migration, direction, differences } = verified;
  throw new RetortError({
    what: `Behind theirs, the ${direction} of ${migration.slug} does not lead where it should. Nothing was moved.`,
    at: differences.join('\n'),
    next: `Correct the ${direction} of ${migration.slug}, then: retort rebase`,
    kind: 'conflict',
  });
}

interface Redo {
  readonly before: History;
  readonly after: History;
  readonly moved: readonly Migration[];
}

/** In the database in use, what was applied under the old names is undone and done again under the new ones. */
async function redo(context: Context, database: Database, { before, after, moved }: Redo): Promise<void> {
  const options = { database, signal: context.signal, onEvent: reportRun(context.reporter) };
  const undone = await undo({ ...options, history: before }, moved);
  if (undone.length > 0) {
    await migrate({ ...options, onEvent: reportRun(context.reporter), history: after, target: 'head' });
  }
}

async function writeSchemaFile(context: Context, database: Database, history: History): Promise<boolean> {
  const { schemaFile } = context.project;
  if (schemaFile === undefined) return false;
  const { schema, metadataTableName } = await loadEntities(context);
  const text = await withHistoryDatabase(
    { history, server: await scratchServer(context, database), schema, signal: context.signal },
    (scratch) => renderHistorySchema(scratch, [], metadataTableName),
  );
  if (existsSync(schemaFile) && readFileSync(schemaFile, 'utf8') === text) return false;
  writeFileSync(schemaFile, text);
  context.reporter.line(`Wrote ${relative(context.cwd, schemaFile)}`);
  return true;
}
