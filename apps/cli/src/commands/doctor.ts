import type { Context } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { examineDatabase } from '../doctor/examine-database';
import { examineProject } from '../doctor/examine-project';
import { examineServices } from '../doctor/examine-services';
import { examine, type Finding } from '../doctor/finding';
import { type ExitCode, exitCodes } from '../output/exit-code';

const marks = { ok: 'ok     ', warning: 'warning', failed: 'failed ' } as const satisfies Record<
  Finding['state'],
  string
>;

/** Checks everything that the commands need, and says what to do about what is missing. */
export async function doctor(context: Context): Promise<ExitCode> {
  const { reporter } = context;
  const findings = [
    ...(await examineProject(context)),
    ...(await examineServices(context)),
    ...(await examineKnownDatabase(context)),
  ];
  for (const { name, state, says, next } of findings) {
    reporter.line(`${marks[state]}  ${name.padEnd(10)}  ${says}`);
    if (next !== undefined) reporter.line(`${' '.repeat(21)}next: ${next}`);
  }
  reporter.document({ command: 'doctor', findings });
  return findings.some(({ state }) => state === 'failed') ? exitCodes.failed : exitCodes.done;
}

async function examineKnownDatabase(context: Context): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  const known = await examine('database', async () => {
    found.push(...(await examineDatabase(context, await resolveDatabase(context))));
    return 'POSTGRES_URL is known';
  });
  return known.state === 'failed' ? [known] : found;
}
