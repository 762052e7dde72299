import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServicesOptions } from '../src';
import { parseState, type ServicesState } from '../src/state/services-state';

export interface ProjectFolder {
  readonly root: string;
  readonly options: ServicesOptions;
  /** What was reported, in order. */
  readonly lines: string[];
  readState(): Promise<ServicesState>;
  remove(): Promise<void>;
}

/** An empty project whose services are embedded ones, whatever Docker does on this machine. */
export async function makeProjectFolder(
  environment: Record<string, string> = {},
  mode = 0o755,
): Promise<ProjectFolder> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'retort-project-')));
  await chmod(root, mode);
  const lines: string[] = [];
  return {
    root,
    lines,
    options: {
      root,
      environment: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        RETORT_SERVICES: 'embedded',
        ...environment,
      },
      report: (line) => lines.push(line),
    },
    async readState() {
      const state = parseState(await readFile(join(root, '.retort', 'state.json'), 'utf8'));
      if (state === undefined) throw new Error('the state is garbage');
      return state;
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
