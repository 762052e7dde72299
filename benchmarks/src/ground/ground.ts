import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BenchmarkError } from '../errors/benchmark-error';
import type { Command } from '../measure/contestant';
import { runCommand } from '../measure/run-command';
import type { Peers } from '../peers/install-peers';
import type { Tools } from '../peers/locate-tools';
import type { Databases } from './databases';

/** What a contestant is made on. */
export interface Ground {
  /** Where generated projects are written. */
  readonly folder: string;
  readonly tools: Tools;
  readonly peers: Peers;
  readonly databases: Databases;
  readonly signal: AbortSignal;
}

/** In a project, the home of its programs: what they keep there or as temporary goes with the project. */
export const homeFolder = 'home';

/** The environment of a project's programs: of the user's own only the PATH. */
export function environmentOf(root: string, url: string): Readonly<Record<string, string>> {
  const home = join(root, homeFolder);
  mkdirSync(home, { recursive: true });
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    TMPDIR: home,
    // Where the command line, and everybody on Node 22, keeps what V8 compiled.
    NODE_COMPILE_CACHE: join(home, 'compiled'),
    NO_COLOR: '1',
    POSTGRES_URL: url,
    DATABASE_URL: url,
  };
}

/** Runs what has to be done before the first measured run. */
export async function runUnmeasured({ signal }: Ground, command: Command): Promise<void> {
  const outcome = await runCommand(command, { signal });
  if (outcome.kind === 'done') return;
  throw new BenchmarkError({
    what: `A step of its preparation failed: ${outcome.because}`,
    at: `${command.folder}: node ${command.parameters.join(' ')}`,
    next: 'Run make bench with KEEP=1 and that command by hand.',
  });
}
