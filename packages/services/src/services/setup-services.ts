import { describeServer } from '../postgres/describe-server';
import type { ManagedService } from '../state/services-state';
import { withSetupLock } from '../state/setup-lock';
import { bringUpServices } from './bring-up-services';
import { checkPostgres } from './check-postgres';
import { checkRedis, describeRedis } from './check-redis';
import { findReadyServices } from './find-ready-services';
import type { ResolvedUrl } from './resolve-urls';
import type { ServicesOptions } from './services-options';
import { openProject, readSetting } from './services-project';

export interface Services {
  readonly postgres: ResolvedUrl & { readonly version: string };
  /** Undefined: there is no Redis to be had, and the cache is off. */
  readonly redis: ResolvedUrl | undefined;
}

/**
 * Makes sure that Postgres and Redis answer. Those that the environment names are only asked, and nothing is created on
 * them; the others are started, by Compose where Docker answers and else embedded. What is up stays as it is.
 */
export async function setupServices(options: ServicesOptions): Promise<Services> {
  const project = await openProject(options);
  const yourPostgres = readYours(options, 'POSTGRES_URL');
  const yourRedis = readYours(options, 'REDIS_URL');
  // Yours first: a wrong URL is said before anything is started.
  const yourVersion = yourPostgres && (await checkPostgres(yourPostgres));
  if (yourRedis) await checkRedis(yourRedis.url);
  const wanted = { postgres: yourPostgres === undefined, redis: yourRedis === undefined };
  const ours =
    (await findReadyServices(project, wanted)) ??
    (await withSetupLock(project.folder, project, () => bringUpServices(project, wanted)));
  const postgres = yourPostgres ?? resolveOurs(ours.postgres);
  const redis = yourRedis ?? resolveOurs(ours.redis);
  if (postgres === undefined) throw new Error('setup ended without a Postgres');
  const version = yourVersion ?? (await checkPostgres(postgres));
  project.report(`Postgres ${version} answers at ${describeServer(postgres.url)} (${origin(postgres)})`);
  project.report(
    redis === undefined
      ? 'The cache is off: REDIS_URL is not set, and the PATH has neither redis-server nor valkey-server'
      : `Redis answers at ${describeRedis(redis.url)} (${origin(redis)})`,
  );
  return { postgres: { ...postgres, version }, redis };
}

function readYours({ environment }: ServicesOptions, name: string): ResolvedUrl | undefined {
  const url = readSetting(environment, name);
  return url === undefined ? undefined : { url, source: 'environment' };
}

function resolveOurs(service: ManagedService | undefined): ResolvedUrl | undefined {
  return service && { url: service.url, source: service.kind };
}

function origin({ source }: ResolvedUrl): string {
  switch (source) {
    case 'environment':
      return 'yours, by its URL';
    case 'compose':
      return 'Docker Compose';
    case 'embedded':
      return 'embedded';
  }
}
