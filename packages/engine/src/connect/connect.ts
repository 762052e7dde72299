import { Client } from 'pg';
import { explainConnectionError } from './explain-connection-error';
import { type DatabaseUrl, parseDatabaseUrl } from './parse-database-url';

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
  const client = new Client({ connectionString: url, application_name: applicationName });
  // A connection that dies while idle reports here; its next query reports it to the caller.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw explainConnectionError(error, target);
  }
  try {
    return await use(client, target);
  } finally {
    await client.end();
  }
}
