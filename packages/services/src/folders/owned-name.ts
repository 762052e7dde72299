import { randomBytes } from 'node:crypto';
import { readProcess } from '../processes/read-process';

/**
 * A path beside which a killed process can be recognised: `<path>.<pid>-<when it started>-<random>`. What is made under
 * such a name and then renamed is either whole or nobody's, and the next one sweeps it.
 */
export async function ownedName(path: string): Promise<string> {
  const self = await readProcess(process.pid);
  return `${path}.${process.pid}-${startWord(self?.startedAt ?? '')}-${randomBytes(4).toString('hex')}`;
}

export type Ownership = 'notOwned' | 'ownerRuns' | 'ownerGone';

/** Whether the process that made the name is still there. */
export async function readOwnership(name: string): Promise<Ownership> {
  const [, pid, startedAt] = /\.(\d+)-(\w*)-[0-9a-f]{8}$/.exec(name) ?? [];
  if (pid === undefined) return 'notOwned';
  const running = await readProcess(Number(pid));
  return running !== undefined && startWord(running.startedAt) === startedAt ? 'ownerRuns' : 'ownerGone';
}

function startWord(startedAt: string): string {
  return startedAt.replaceAll(/\W/g, '');
}
