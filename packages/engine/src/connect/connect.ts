import { Client } from 'pg';
import { abandonConnection } from './abandon-connection';
import { explainConnectionError } from './explain-connection-error';
import { type DatabaseUrl, parseDatabaseUrl } from './parse-database-url';

/** A host that drops packets would else be waited for as long as the operating system does: minutes. */
export const connectTimeoutMs = 10_000;

/**
 * Opens one connection, hands it to `use`, and closes it however `use` ends.
 *
 * @throws RetortError that says why there is no connection.
 */
export async function withConnection<T>(
  url: string,
  use: (client: Client, target: DatabaseUrl) => Promise<T>,
  applicationName = 'retort',
): Promise<T> {
  const target = parseDatabaseUrl(url);
  const client = new Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    // Queries that do not wait for each other are sent in one trip.
    pipeline: true,
  });
  // A connection that dies while idle reports here; its next query reports it to the caller.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    abandonConnection(client);
    throw explainConnectionError(error, target);
  }
  try {
    return await use(client, target);
  } finally {
    await client.end();
  }
}
