import { stopServices } from '@retort/services';
import type { Context } from '../context';
import { type ExitCode, exitCodes } from '../output/exit-code';

/** Stops what setup started and removes what it made. */
export async function teardown({ project, reporter, environment }: Context): Promise<ExitCode> {
  const { stopped } = await stopServices({
    root: project.root,
    environment,
    report: (line) => reporter.line(line),
  });
  if (stopped.length === 0) reporter.line('Nothing of this project was running.');
  reporter.document({ command: 'teardown', stopped });
  return exitCodes.done;
}
