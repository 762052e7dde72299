import { type Database, parseDatabaseUrl, RetortError, settleSslMode } from '@retort/engine/state';
import type { Context } from '../context';
import type { Environment } from '../environment/read-environment';

/**
 * The database in use: that of POSTGRES_URL, or the one that `retort setup` started.
 *
 * @throws RetortError of kind `settings` when no database is known, or its URL cannot be read.
 */
export async function resolveDatabase({ project, environment }: Context): Promise<Database> {
  const url = environment.POSTGRES_URL?.trim() || (await loadFindOwnPostgres()(project.root, environment));
  if (url === undefined) {
    throw new RetortError({
      what: 'POSTGRES_URL is not set, and this project has no services of its own running.',
      at: `the environment, ${project.root}/.env and ${project.root}/.retort/state.json`,
      next: 'Start Postgres and Redis here: make setup — or set POSTGRES_URL to use yours',
      kind: 'settings',
    });
  }
  parseDatabaseUrl(url);
  const { migrationsTable, schema } = project.config;
  return {
    url: await settleSslMode(url),
    ...(migrationsTable === undefined ? {} : { migrationsTable }),
    ...(schema === undefined ? {} : { schema }),
    ...readPooler(environment),
  };
}

function readPooler({ POSTGRES_POOLER: given = '' }: Environment): Pick<Database, 'pooler'> {
  const pooler = given.trim();
  if (pooler === '') return {};
  if (pooler === 'session' || pooler === 'transaction') return { pooler };
  throw new RetortError({
    what: `POSTGRES_POOLER is ${pooler}, and can be session or transaction: for how long the pooler of POSTGRES_URL keeps a session for a client.`,
    at: 'POSTGRES_POOLER',
    next: 'Set it to the pool_mode of the pooler, or remove it.',
    kind: 'settings',
  });
}

/** A deploy job has a URL, and starts no services. */
function loadFindOwnPostgres() {
  const found: typeof import('../environment/find-own-postgres.js') = require('../environment/find-own-postgres');
  return found.findOwnPostgres;
}
