import { Client, escapeIdentifier } from 'pg';
import { withDatabase } from './server-url';

/** Makes the URL's database on a server of ours, if it is not there. */
export async function ensureDatabase(url: string, database: string): Promise<void> {
  const server = new Client({ connectionString: withDatabase(url, 'postgres') });
  await server.connect();
  try {
    const { rowCount } = await server.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await server.query(`CREATE DATABASE ${escapeIdentifier(database)}`);
  } finally {
    await server.end();
  }
}
