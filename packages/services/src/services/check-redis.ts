import { ServiceError } from '../errors/service-error';
import { askRedis } from '../redis/ask-redis';

/** Asks the Redis of REDIS_URL whether it is there. */
export async function checkRedis(url: string): Promise<void> {
  if (!isRedisUrl(url)) {
    throw new ServiceError({
      what: 'REDIS_URL is not the URL of a Redis.',
      at: 'REDIS_URL',
      next: 'Write it as redis://:password@host:6379/0, or unset it: without it the cache is off or our own',
      kind: 'settings',
    });
  }
  const answer = await askRedis(url);
  if (answer.kind === 'answers') return;
  throw new ServiceError({
    what: `Redis does not answer: ${answer.because}`,
    at: `REDIS_URL (${describeRedis(url)})`,
    next: 'Start that server or correct REDIS_URL; without REDIS_URL, make setup starts a Redis where it can',
  });
}

export function isRedisUrl(url: string): boolean {
  return URL.canParse(url) && ['redis:', 'rediss:'].includes(new URL(url).protocol);
}

/** Where a URL leads, without user and password. */
export function describeRedis(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || 6379}`;
}
