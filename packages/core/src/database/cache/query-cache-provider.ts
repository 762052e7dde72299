import type { DataSource } from 'typeorm';
import type { QueryResultCache } from 'typeorm/cache/QueryResultCache';
import { ExplainedError } from '../../explained-error';
import type { Setting } from '../settings/settings-sources';
import { NoQueryCache } from './no-query-cache';
import { QueryCache } from './query-cache';
import { RedisStore } from './redis-store';

/** For TypeORM's option `cache.provider`. */
export function queryCacheProvider(
  redisUrl: Setting | undefined,
): (dataSource: DataSource) => QueryResultCache {
  if (redisUrl === undefined) {
    return (dataSource) => new NoQueryCache(dataSource);
  }
  refuseStrangeUrl(redisUrl);
  return (dataSource) => {
    const log = (line: string) => dataSource.logger.log('warn', line);
    return new QueryCache(dataSource, new RedisStore({ url: redisUrl.value, log }));
  };
}

function refuseStrangeUrl({ value, where }: Setting): void {
  if (URL.canParse(value) && ['redis:', 'rediss:'].includes(new URL(value).protocol)) {
    return;
  }
  throw new ExplainedError({
    what: 'REDIS_URL is not the URL of a Redis.',
    at: `REDIS_URL in ${where}`,
    next: 'Write it as redis://localhost:6379, or remove it to do without the query cache',
    kind: 'settings',
  });
}
