import { resolveUrls } from '@retort/services';
import type { Environment } from './read-environment';

/** The Postgres that `retort setup` started for this project. */
export async function findOwnPostgres(root: string, environment: Environment): Promise<string | undefined> {
  return (await resolveUrls({ root, environment })).postgres?.url;
}
