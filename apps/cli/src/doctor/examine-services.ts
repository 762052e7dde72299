import { inspectServices } from '@retort/services';
import type { Context } from '../context';
import { withSettledUrl } from '../environment/with-settled-url';
import { examine, type Finding } from './finding';

/** Where do Postgres and Redis come from, does Redis answer, and is there a Docker engine? */
export async function examineServices({ project, environment }: Context): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const services = await examine('services', async () => {
    const { postgres, redis, docker } = await inspectServices({
      root: project.root,
      environment: await withSettledUrl(environment),
    });
    findings.push({
      name: 'docker',
      state: 'ok',
      says:
        docker.kind === 'available'
          ? `${docker.command.join(' ')} can be used`
          : `not used: ${docker.because}`,
    });
    findings.push(examineRedis(redis));
    if (postgres === undefined) return { state: 'failed', says: 'none are known', next: 'make setup' };
    return postgres.source === 'environment'
      ? 'yours, by POSTGRES_URL'
      : `started by make setup (${postgres.source})`;
  });
  return [services, ...findings];
}

type Redis = Awaited<ReturnType<typeof inspectServices>>['redis'];

function examineRedis(redis: Redis): Finding {
  if (redis === undefined) {
    return { name: 'redis', state: 'ok', says: 'none: the query-result cache is off' };
  }
  const { server, answer } = redis;
  if (answer.kind === 'answers') return { name: 'redis', state: 'ok', says: `Redis answers at ${server}` };
  return {
    name: 'redis',
    state: 'warning',
    says: `Redis does not answer at ${server}: ${answer.because}`,
    next: 'make setup',
  };
}
