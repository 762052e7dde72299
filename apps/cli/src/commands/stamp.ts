import { countOf, stamp as runStamp } from '@retort/engine/runner';
import { type Context, loadHistory } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { type PatienceFlags, readPatience } from './read-patience';
import { refuseProtected } from './refuse-protected';
import { whenLocked } from './when-locked';

export interface StampFlags extends PatienceFlags {
  readonly target: string;
  readonly purge: boolean;
  readonly confirm: string | undefined;
}

/** Writes down what is applied, without running anything. */
export async function stamp(context: Context, flags: StampFlags): Promise<ExitCode> {
  const { reporter, signal } = context;
  const database = await resolveDatabase(context);
  const history = await loadHistory(context);
  await refuseProtected(database, 'changes what counts as applied', flags.confirm);
  const { target, purge } = flags;
  const patience = readPatience(context, flags);
  return whenLocked('stamp', context, flags, async () => {
    const { applied, forgotten } = await runStamp({
      database,
      history,
      target,
      purge,
      signal,
      ...patience,
    });
    reporter.line(
      `stamped  ${applied.at(-1)?.stem ?? 'base'}  (${countOf(applied.length, 'counts', 'count')} as applied)`,
    );
    for (const name of forgotten) reporter.line(`forgot   ${name}`);
    reporter.document({ command: 'stamp', applied: applied.map(({ stem }) => stem), forgotten });
    return exitCodes.done;
  });
}
