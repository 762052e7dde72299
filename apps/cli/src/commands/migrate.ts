import { type DoneMigration, downgrade as runDowngrade, migrate as runMigrate } from '@retort/engine';
import { type Context, loadHistory, resolveDatabase } from '../context';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { reportDone } from '../output/report-done';
import { refuseOldPostgres } from './refuse-old-postgres';

export interface TargetFlags {
  readonly to: string;
}

/** Applies the pending migrations. */
export async function migrate(context: Context, { to }: TargetFlags): Promise<ExitCode> {
  const database = await resolveDatabase(context);
  const history = await loadHistory(context);
  await refuseOldPostgres(context, database);
  const done = await runMigrate({
    database,
    history,
    target: to,
    signal: context.signal,
    onDone: (one) => reportDone(context.reporter, one),
  });
  return report(context, 'migrate', done, 'Nothing to do: every migration is applied.');
}

/** Undoes migrations. */
export async function downgrade(context: Context, { to }: TargetFlags): Promise<ExitCode> {
  const database = await resolveDatabase(context);
  const history = await loadHistory(context);
  const done = await runDowngrade({
    database,
    history,
    target: to,
    signal: context.signal,
    onDone: (one) => reportDone(context.reporter, one),
  });
  return report(context, 'downgrade', done, 'Nothing to do: no migration is applied.');
}

function report(
  { reporter }: Context,
  command: string,
  done: readonly DoneMigration[],
  nothing: string,
): ExitCode {
  if (done.length === 0) reporter.line(nothing);
  reporter.document({
    command,
    migrations: done.map(({ migration, direction, durationMs }) => ({
      migration: migration.stem,
      direction,
      durationMs: Math.round(durationMs),
    })),
  });
  return exitCodes.done;
}
