import { askPostgres } from '../postgres/ask-postgres';
import { askRedis } from '../redis/ask-redis';
import { findRedisProgram } from '../redis/find-redis-program';
import type { ServicesState } from '../state/services-state';
import { readState } from '../state/state-file';
import { readForcedKind } from './choose-kind';
import type { ServicesProject } from './services-project';

/** Which services are ours to start: those that the environment does not name. */
export interface WantedServices {
  readonly postgres: boolean;
  readonly redis: boolean;
}

/**
 * The quick look of a setup that has nothing to do: whether what the state names answers. Their passwords are random, so
 * only the servers that we started can. Undefined: something has to be done.
 */
export async function findReadyServices(
  project: ServicesProject,
  wanted: WantedServices,
): Promise<ServicesState | undefined> {
  const state = await readState(project.root);
  const forced = readForcedKind(project);
  const used = [wanted.postgres ? state.postgres : undefined, wanted.redis ? state.redis : undefined];
  if (forced !== undefined && used.some((service) => service !== undefined && service.kind !== forced))
    return undefined;
  const ready = await Promise.all([
    !wanted.postgres || isPostgresReady(state),
    !wanted.redis || isRedisReady(project, state),
  ]);
  return ready.every(Boolean) ? state : undefined;
}

async function isPostgresReady({ postgres }: ServicesState): Promise<boolean> {
  return postgres !== undefined && (await askPostgres(postgres.url)).kind === 'answers';
}

/** Where there is none to be had, off is ready too. */
async function isRedisReady(
  { environment }: ServicesProject,
  { postgres, redis }: ServicesState,
): Promise<boolean> {
  if (redis !== undefined) return (await askRedis(redis.url)).kind === 'answers';
  return postgres?.kind === 'embedded' && findRedisProgram(environment.PATH) === undefined;
}
