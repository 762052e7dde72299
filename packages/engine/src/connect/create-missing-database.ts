import { Client, escapeIdentifier } from 'pg';
import { withConnection } from './connect';
import { explainConnectionError } from './explain-connection-error';
import { parseDatabaseUrl } from './parse-database-url';
import { withDatabase } from './with-database';

/**
 * Makes the database of a URL, empty, where its server is on this machine and does not have it.
 *
 * @returns whether it was made.
 * @throws RetortError that says why there is no connection, or that the role may not make it.
 * @see https://www.postgresql.org/docs/current/sql-createdatabase.html
 */
export async function createMissingDatabase(url: string): Promise<boolean> {
  const target = parseDatabaseUrl(url);
  const client = new Client({ connectionString: url, application_name: 'retort' });
  try {
    await client.connect();
    await client.end();
    return false;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === '3D000';
    if (!isMissing || !target.isLocal) throw explainConnectionError(error, target);
  }
  await withConnection(withDatabase(url, 'postgres'), (server) =>
    server.query(`CREATE DATABASE ${escapeIdentifier(target.database)}`),
  );
  return true;
}
