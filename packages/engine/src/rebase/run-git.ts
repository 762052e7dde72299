import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { RetortError } from '../errors/retort-error';

/** What git prints, in the repository of `folder`. @throws RetortError that says what git said. */
export async function runGit(folder: string, parameters: readonly string[]): Promise<string> {
  // The folder itself may be gone: its repository is not.
  const cwd = existsSync(folder) ? folder : dirname(folder);
  try {
    const { stdout } = await promisify(execFile)('git', parameters, { cwd, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new RetortError({
      what: `git refused: ${(stderr === '' ? String(error) : stderr).split('\n')[0]}`,
      at: `git ${parameters.join(' ')} (in ${cwd})`,
      next: 'Fetch the branch that it does not know (git fetch origin main), or name another one: --base',
      kind: 'settings',
      cause: error,
    });
  }
}
