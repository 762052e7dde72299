import { relative } from 'node:path';
import { prepareManualMigration } from '@retort/engine';
import { type Context, loadHistory } from '../context';
import { createFormat } from '../format/format-source';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { forgetDeleted } from './forget-deleted';

/** Writes an empty migration for its author to fill in. */
export async function prepareByHand(context: Context, message: string | undefined): Promise<ExitCode> {
  const { project, reporter, cwd } = context;
  const format = createFormat(project);
  await forgetDeleted(context, format);
  const { name, path } = await prepareManualMigration({
    ...{ message, format, nowMs: Date.now() },
    history: await loadHistory(context),
  });
  const shown = relative(cwd, path);
  reporter.line(`Wrote ${shown}`);
  reporter.line('Next: write its up and its down (both throw until you do), then: make db-migrate');
  reporter.document({
    ...{ command: 'prepare', outcome: 'written', manual: true },
    ...{ migration: name.stem, path: shown },
  });
  return exitCodes.done;
}
