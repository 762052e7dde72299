import { settleSslMode } from '@retort/engine/state';
import type { Environment } from './read-environment';

/** The environment with the `sslmode` of your Postgres as libpq means it, for who hands its URL to `pg` as it is. */
export async function withSettledUrl(environment: Environment): Promise<Environment> {
  const url = environment.POSTGRES_URL?.trim() ?? '';
  return url === '' ? environment : { ...environment, POSTGRES_URL: await settleSslMode(url) };
}
