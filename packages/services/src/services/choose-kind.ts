import { type ComposeAvailability, findCompose } from '../compose/find-compose';
import { ServiceError } from '../errors/service-error';
import { pathExists } from '../folders/path-exists';
import type { ServiceKind, ServicesState } from '../state/services-state';
import { readSetting, type ServicesProject } from './services-project';

export type ChosenKind =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'compose';
      readonly command: readonly [string, ...string[]];
      /** Nobody asked for Compose and nothing of ours is in it: the embedded servers will do if it fails. */
      readonly mayFallBack: boolean;
    };

/** RETORT_SERVICES decides; else what was in use stays in use, for the data's sake; else Compose where Docker answers. */
export async function chooseKind(project: ServicesProject, state: ServicesState): Promise<ChosenKind> {
  const forced = readForcedKind(project);
  const remembered = (state.postgres ?? state.redis)?.kind;
  const wanted = forced ?? remembered;
  if (wanted === 'embedded') return { kind: 'embedded' };
  const compose = await findUsableCompose(project);
  if (compose.kind === 'available') {
    return { kind: 'compose', command: compose.command, mayFallBack: wanted === undefined };
  }
  if (forced === 'compose') {
    throw new ServiceError({
      what: `Docker Compose cannot be used: ${compose.because}.`,
      at: 'RETORT_SERVICES=compose',
      next: 'Start Docker, or unset RETORT_SERVICES to use the embedded servers',
      kind: 'settings',
    });
  }
  if (remembered === 'compose') {
    project.report(
      `Docker Compose was in use, but ${compose.because}: the embedded servers take its place. Its data stays where it is; RETORT_SERVICES=compose make setup returns to it.`,
    );
  }
  return { kind: 'embedded' };
}

export function readForcedKind({ environment }: ServicesProject): ServiceKind | undefined {
  const value = readSetting(environment, 'RETORT_SERVICES');
  if (value === undefined || value === 'compose' || value === 'embedded') return value;
  throw new ServiceError({
    what: `There are no services of the kind ${value}.`,
    at: 'RETORT_SERVICES',
    next: 'Set it to compose or embedded, or unset it',
    kind: 'settings',
  });
}

async function findUsableCompose({
  composeFile,
  environment,
}: ServicesProject): Promise<ComposeAvailability> {
  if (!(await pathExists(composeFile))) return { kind: 'missing', because: `there is no ${composeFile}` };
  return findCompose(environment);
}
