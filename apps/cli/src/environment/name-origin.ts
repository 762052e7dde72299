import { join } from 'node:path';
import type { RetortError } from '@retort/engine/state';
import type { Environment } from './read-environment';

/** Where the address may have come from. */
export interface Origins {
  readonly project: { readonly root: string };
  readonly environment: Environment;
  readonly processEnvironment: Environment;
}

/** Says of a connection that failed where its address came from, and with that what helps. */
export function nameOrigin(error: unknown, { project, environment, processEnvironment }: Origins): unknown {
  if (!isConnectionError(error) || error.setting !== 'POSTGRES_URL') return error;
  if ((environment.POSTGRES_URL ?? '').trim() === '') {
    return Object.assign(error, {
      at: `${error.shown} (${join(project.root, '.retort', 'state.json')})`,
      ...(error.isNotStarted ? { next: 'Start it: make setup' } : {}),
    });
  }
  const where =
    processEnvironment.POSTGRES_URL === undefined ? join(project.root, '.env') : 'the environment';
  return Object.assign(error, {
    at: `${error.shown} (POSTGRES_URL, from ${where})`,
    ...(error.isNotStarted
      ? {
          next: `Start that server, or take POSTGRES_URL out of ${where} to use the services of: make setup`,
        }
      : {}),
  });
}

interface FailedConnection extends RetortError {
  readonly setting: string;
  readonly shown: string;
  readonly isNotStarted: boolean;
}

/** By its shape: each bundle of the engine has a class of its own. */
function isConnectionError(error: unknown): error is FailedConnection {
  return error instanceof Error && 'setting' in error && 'shown' in error && 'isNotStarted' in error;
}
