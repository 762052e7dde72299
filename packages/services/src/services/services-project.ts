import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../compose/find-compose';
import { errorCode } from '../errors/error-code';
import { ServiceError } from '../errors/service-error';
import { retortFolder } from '../state/state-file';
import type { ServicesOptions } from './services-options';

/** The options, with what follows from them. */
export interface ServicesProject {
  /** Without links in it. */
  readonly root: string;
  readonly folder: string;
  /** Where embedded servers live when their user cannot get to the project; see {@link choosePlace}. */
  readonly outsideFolder: string;
  readonly composeFile: string;
  readonly composeName: string;
  readonly environment: Environment;
  readonly report: (line: string) => void;
}

export async function openProject(options: ServicesOptions): Promise<ServicesProject> {
  const root = await resolveRoot(options.root);
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 10);
  return {
    root,
    folder: retortFolder(root),
    outsideFolder: join('/var/tmp', `retort-${hash}`),
    composeFile: options.composeFile ?? join(root, 'docker', 'compose.yaml'),
    composeName: `retort-${hash}`,
    environment: options.environment,
    report: options.report ?? (() => undefined),
  };
}

/** A variable's value; an empty one counts as not set. */
export function readSetting(environment: Environment, name: string): string | undefined {
  return environment[name]?.trim() || undefined;
}

async function resolveRoot(root: string): Promise<string> {
  try {
    return await realpath(root);
  } catch (cause) {
    if (errorCode(cause) !== 'ENOENT') throw cause;
    throw new ServiceError({
      what: 'There is no such folder.',
      at: root,
      next: 'Run the command in the folder of the project',
      kind: 'settings',
      cause,
    });
  }
}
