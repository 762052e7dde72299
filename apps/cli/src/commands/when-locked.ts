import { RetortError } from '@retort/engine/state';
import type { Context } from '../context';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { type PatienceFlags, readOnLocked } from './read-patience';

/** With `--on-locked skip`, a runner that finds another one at work leaves the work to it, and that is no failure. */
export async function whenLocked(
  command: 'migrate' | 'downgrade' | 'stamp',
  { reporter }: Pick<Context, 'reporter'>,
  flags: PatienceFlags,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    const isOfRunner = error instanceof RetortError && error.kind === 'locked' && error.cause === undefined;
    if (!isOfRunner || readOnLocked(flags) !== 'skip') throw error;
    reporter.line(`Skipped. ${error.message}`);
    reporter.document({ command, outcome: 'skipped', because: error.message });
    return exitCodes.done;
  }
}
