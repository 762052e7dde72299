import { stopServices } from '@retort/services';
import type { Context } from '../context';
import { type ExitCode, exitCodes } from '../output/exit-code';

/** Stops what setup started and removes what it made. */
export async function teardown({ project, reporter, environment }: Context): Promise<ExitCode> {
  const { removed } = await stopServices({
    root: project.root,
    environment,
    report: (line) => reporter.line(line),
  });
  reporter.line(
    removed.length === 0 ? 'There was nothing to remove.' : 'Everything of this project is removed.',
  );
  reporter.document({ command: 'teardown', removed });
  return exitCodes.done;
}
