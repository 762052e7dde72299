import { relative } from 'node:path';
import { type Prepared, prepareManualMigration, prepareMigration } from '@retort/engine';
import { type Context, loadHistory, resolveDatabase } from '../context';
import { createFormat } from '../format/format-source';
import { checkTypes } from '../models/check-types';
import { loadEntities } from '../models/load-entities';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { formatStatements } from '../output/format-statements';

export interface PrepareFlags {
  readonly message: string | undefined;
  readonly manual: boolean;
}

/** Writes the next migration: generated from the models, or empty for its author to fill in. */
export async function prepare(context: Context, { message, manual }: PrepareFlags): Promise<ExitCode> {
  const { project, signal } = context;
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
  const { url: server } = await resolveDatabase(context);
  const entities = await loadEntities(context);
  await checkTypes(project);
  return report(context, await prepareMigration({ ...base, entities, server, signal }));
}

function report({ reporter, cwd }: Context, prepared: Prepared): ExitCode {
  for (const note of prepared.notes) reporter.line(`note   ${note}`);
  switch (prepared.kind) {
    case 'empty':
      reporter.line('Nothing to do: the models and the migrations agree.');
      reporter.document({ command: 'prepare', outcome: 'empty', notes: prepared.notes });
      return exitCodes.done;
    case 'ready': {
      const { up, down, name, notes } = prepared;
      const path = relative(cwd, prepared.path);
      for (const line of ['up', ...formatStatements(up), '', 'down', ...formatStatements(down), ''])
        reporter.line(line);
      reporter.line(`Wrote ${path}`);
      reporter.line('Next: review that file (names, indexes, constraints, down), then: make db-migrate');
      reporter.document({
        command: 'prepare',
        outcome: 'written',
        manual: false,
        migration: name.stem,
        path,
        up,
        down,
        notes,
      });
      return exitCodes.done;
    }
  }
}
