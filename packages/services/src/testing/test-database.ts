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
  await runOnServer(serverUrl, `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${template}`);
  return {
    url: withDatabase(serverUrl, name),
    drop: () => runOnServer(serverUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

async function runOnServer(serverUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
