import { relative } from 'node:path';
import { prepareManualMigration } from '@retort/engine';
import { type Context, loadHistory } from '../context';
import { createFormat } from '../format/format-source';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { findDeleted, reportForgotten } from './find-deleted';

/** Writes an empty migration for its author to fill in. */
export async function prepareByHand(context: Context, message: string | undefined): Promise<ExitCode> {
  const { project, reporter, cwd } = context;
  const format = createFormat(project);
  const deleted = await findDeleted(context, format);
  const { name, path } = await prepareManualMigration({
    message,
    format,
    nowMs: Date.now(),
    history: await loadHistory(context, deleted === undefined ? 'checked' : 'ignored'),
  });
  reportForgotten(context, deleted);
  const shown = relative(cwd, path);
  reporter.line(`Wrote ${shown}`);
  reporter.line('Next: write its up and its down (both throw until you do), then: make db-migrate');
  reporter.document({
    command: 'prepare',
    outcome: 'written',
    manual: true,
    migration: name.stem,
    path: shown,
  });
  return exitCodes.done;
}
