import { type DoneMigration, downgrade as runDowngrade, migrate as runMigrate } from '@retort/engine/runner';
import { type Context, loadHistory } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { reportRun } from '../output/report-run';
import { type KeptNotices, keepNotices } from './keep-notices';
import { readPatience } from './read-patience';
import { refuseOldPostgres } from './refuse-old-postgres';
import { refuseDestruction } from './refuse-protected';
import { runHooks } from './run-hooks';
import type { TargetFlags } from './target-flags';
import { whenLocked } from './when-locked';

/** Applies the pending migrations. */
export async function migrate(context: Context, flags: TargetFlags): Promise<ExitCode> {
  const shown = show(context, 'up', flags);
  if (shown !== undefined) return shown;
  const database = await resolveDatabase(context);
  const patience = readPatience(context, flags);
  const history = await loadHistory(context);
  await refuseOldPostgres(context, database, {
    timeoutMs: patience.lockTimeoutMs,
    signal: context.signal,
    onWait: (because) => reportRun(context.reporter)({ kind: 'waitingForServer', because }),
  });
  return whenLocked('migrate', context, flags, async () => {
    const heard = keepNotices(reportRun(context.reporter));
    const done = await runMigrate({
      database,
      history,
      target: flags.to,
      ...patience,
      signal: context.signal,
      onEvent: heard.onEvent,
      hooks: runHooks(context, 'up'),
    });
    return report(context, 'migrate', done, heard, nothingToDo('up', flags.to));
  });
}

export interface DowngradeFlags extends TargetFlags {
  readonly fromJournal?: boolean;
  readonly confirm?: string;
}

/** Undoes migrations. */
export async function downgrade(context: Context, flags: DowngradeFlags): Promise<ExitCode> {
  const shown = show(context, 'down', flags);
  if (shown !== undefined) return shown;
  const database = await resolveDatabase(context);
  const patience = readPatience(context, flags);
  const history = await loadHistory(context);
  return whenLocked('downgrade', context, flags, async () => {
    const heard = keepNotices(reportRun(context.reporter));
    const done = await runDowngrade({
      database,
      history,
      target: flags.to,
      ...patience,
      fromJournal: flags.fromJournal === true,
      signal: context.signal,
      onEvent: heard.onEvent,
      hooks: runHooks(context, 'down'),
      allow: (migrations) => refuseDestruction(database, migrations, flags.confirm),
    });
    return report(context, 'downgrade', done, heard, nothingToDo('down', flags.to));
  });
}

/** What only says what would be done. */
function show(context: Context, direction: 'up' | 'down', flags: TargetFlags): Promise<ExitCode> | undefined {
  if (flags.plan !== true && flags.sql !== true && flags.rehearse !== true) return undefined;
  const { showPlan, showRehearsal, showScript }: typeof import('./show-run.js') = require('./show-run');
  if (flags.plan === true) return showPlan(context, direction, flags);
  return (flags.sql === true ? showScript : showRehearsal)(context, direction, flags);
}

function nothingToDo(direction: 'up' | 'down', target: string): string {
  if (/^[+-]/.test(target)) return 'Nothing to do.';
  if (direction === 'up') {
    return `Nothing to do: ${target === 'head' ? 'every migration' : target} is applied.`;
  }
  return `Nothing to do: ${target === 'base' ? 'no migration is applied' : `none is applied after ${target}`}.`;
}

function report(
  { reporter }: Context,
  command: string,
  done: readonly DoneMigration[],
  { noticesOf }: KeptNotices,
  nothing: string,
): ExitCode {
  if (done.length === 0) reporter.line(nothing);
  reporter.document({
    command,
    migrations: done.map(({ migration, direction, durationMs }) => ({
      migration: migration.stem,
      direction,
      durationMs: Math.round(durationMs),
      ...noticesOf(migration),
    })),
  });
  return exitCodes.done;
}
