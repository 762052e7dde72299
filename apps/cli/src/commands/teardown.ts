import { stopServices } from '@retort/services';
import type { Context } from '../context';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { explainInterruption } from './explain-interruption';

/** Stops what setup started and removes what it made. */
export async function teardown({ project, reporter, environment, signal }: Context): Promise<ExitCode> {
  const report = (line: string) => reporter.line(line);
  const { removed } = await explainInterruption(signal, 'the end of Postgres and Redis', () =>
    stopServices({ root: project.root, environment, report }),
  );
  reporter.line(
    removed.length === 0 ? 'There was nothing to remove.' : 'Everything of this project is removed.',
  );
  reporter.document({ command: 'teardown', removed });
  return exitCodes.done;
}
