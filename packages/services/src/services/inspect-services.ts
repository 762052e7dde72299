import { type ComposeAvailability, findCompose } from '../compose/find-compose';
import { askPostgres, type PostgresAnswer } from '../postgres/ask-postgres';
import { describeServer } from '../postgres/describe-server';
import { askRedis, type RedisAnswer } from '../redis/ask-redis';
import { isPostgresUrl } from './check-postgres';
import { describeRedis, isRedisUrl } from './check-redis';
import { type ResolvedUrl, resolveUrls } from './resolve-urls';
import type { ServicesOptions } from './services-options';

export interface ServicesInspection {
  /** Undefined: POSTGRES_URL is not set and setup has started none. */
  readonly postgres: InspectedService<PostgresAnswer> | undefined;
  readonly redis: InspectedService<RedisAnswer> | undefined;
  readonly docker: ComposeAvailability;
}

export interface InspectedService<Answer> {
  readonly source: ResolvedUrl['source'];
  /** Host, port and database: may be shown. */
  readonly server: string;
  readonly answer: Answer;
}

/** Looks at everything and changes nothing: what a doctor asks. */
export async function inspectServices(options: ServicesOptions): Promise<ServicesInspection> {
  const urls = await resolveUrls(options);
  const [postgres, redis, docker] = await Promise.all([
    urls.postgres && inspectPostgres(urls.postgres),
    urls.redis && inspectRedis(urls.redis),
    findCompose(options.environment),
  ]);
  return { postgres, redis, docker };
}

const malformed = { kind: 'fails', code: undefined } as const;

async function inspectPostgres({ url, source }: ResolvedUrl): Promise<InspectedService<PostgresAnswer>> {
  return isPostgresUrl(url)
    ? { source, server: describeServer(url), answer: await askPostgres(url) }
    : {
        source,
        server: 'POSTGRES_URL',
        answer: { ...malformed, because: 'it is not the URL of a Postgres' },
      };
}

async function inspectRedis({ url, source }: ResolvedUrl): Promise<InspectedService<RedisAnswer>> {
  return isRedisUrl(url)
    ? { source, server: describeRedis(url), answer: await askRedis(url) }
    : { source, server: 'REDIS_URL', answer: { ...malformed, because: 'it is not the URL of a Redis' } };
}
