import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { RetortError } from '../errors/retort-error';

/** What git prints, in the repository of `folder`. @throws RetortError that says what git said. */
export async function runGit(folder: string, parameters: readonly string[], base: string): Promise<string> {
  const cwd = existingFolder(folder);
  try {
    return await run(cwd, parameters);
  } catch (error) {
    throw new RetortError({
      ...explain(error, { cwd, parameters, base }),
      at: `git ${parameters.join(' ')} (in ${cwd})`,
      kind: 'settings',
      cause: error,
    });
  }
}

/** @throws RetortError of kind `settings` where this clone has no branch `base`. */
export async function refuseUnknownBase(folder: string, base: string): Promise<void> {
  await runGit(folder, ['rev-parse', '--verify', '--quiet', `${base}^{commit}`, '--'], base);
}

/** What git prints, where an answer helps and none is no failure: undefined where git does not know, or is not there. */
export async function askGit(folder: string, parameters: readonly string[]): Promise<string | undefined> {
  try {
    return (await run(existingFolder(folder), parameters)).trim();
  } catch {
    return undefined;
  }
}

/** The folder itself may be gone: its repository is not. */
function existingFolder(folder: string): string {
  return existsSync(folder) ? folder : existingFolder(dirname(folder));
}

async function run(cwd: string, parameters: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', parameters, {
    cwd,
    maxBuffer: 64 * 1024 * 1024,
    // What it says is read.
    env: { ...process.env, LC_ALL: 'C' },
  });
  return stdout;
}

interface Asked {
  readonly cwd: string;
  readonly parameters: readonly string[];
  readonly base: string;
}

function explain(
  error: unknown,
  { cwd, parameters, base }: Asked,
): { readonly what: string; readonly next: string } {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return {
      what: 'git cannot be run, and only git knows what another branch has.',
      next: 'Install git, or leave out what asks it.',
    };
  }
  if (stderr.includes('not a git repository')) {
    return {
      what: `${cwd} is in no git repository, and only git knows what another branch has.`,
      next: 'Run it in a clone of the repository.',
    };
  }
  if (parameters[0] === 'rev-parse' && stderr === '') {
    return { what: `${base} is not known here.`, next: `${fetchBase(base)}, or name another branch: --base` };
  }
  const trust = /git config --global --add safe\.directory .*/.exec(stderr)?.[0];
  return {
    what: `git refused: ${(stderr === '' ? String(error) : stderr).split('\n')[0]}`,
    next: trust ?? `${fetchBase(base)}, or name another branch: --base`,
  };
}

/** What to type to have a branch that this clone has not, or not far enough back: CI's clones are shallow. */
export function fetchBase(base: string, more = ''): string {
  const [, remote = 'origin', branch = base] = /^([^/]+)\/(.+)$/.exec(base) ?? [];
  return `Fetch it: git fetch ${more}${remote} +refs/heads/${branch}:refs/remotes/${remote}/${branch} (actions/checkout: fetch-depth: 0)`;
}
