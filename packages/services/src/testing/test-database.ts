import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { ServiceError } from '../errors/service-error';
import { withDatabase } from '../postgres/server-url';

export interface TestDatabaseOptions {
  /** A database made with {@link createTemplateDatabase}; default: an empty one. */
  readonly template?: string;
  /** Default: the server that {@link startTestServer} started. */
  readonly serverUrl?: string;
}

export interface TestDatabase {
  readonly url: string;
  /** Drops it, also while somebody is connected to it. */
  drop(): Promise<void>;
}

/** Makes a database of its own for a test file. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const serverUrl = options.serverUrl ?? process.env.RETORT_TEST_SERVER;
  if (serverUrl === undefined) {
    throw new ServiceError({
      what: 'There is no test server.',
      at: 'RETORT_TEST_SERVER',
      next: 'Call startTestServer() in the globalSetup of jest.config.cjs',
      kind: 'settings',
    });
  }
  const name = `retort_test_${randomBytes(6).toString('hex')}`;
  const template = escapeIdentifier(options.template ?? 'template0');
  const create = `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${template}`;
  await onServer(serverUrl, async (server) => server.query(`${create}${await cheapestStrategy(server)}`));
  const drop = `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`;
  return {
    url: withDatabase(serverUrl, name),
    drop: () => onServer(serverUrl, (server) => server.query(drop)),
  };
}

/**
 * To copy the files costs a checkpoint, which is cheap where nothing waits for the disk; to log every page, as Postgres
 * 15 and later do unasked, costs more than that.
 *
 * @see https://www.postgresql.org/docs/current/sql-createdatabase.html
 */
async function cheapestStrategy(server: Client): Promise<string> {
  const { rows } = await server.query<{ copies: boolean }>(
    `SELECT current_setting('server_version_num')::int >= 150000 AND current_setting('fsync') = 'off' AS copies`,
  );
  return rows[0]?.copies === true ? ' STRATEGY file_copy' : '';
}

async function onServer(serverUrl: string, use: (server: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
