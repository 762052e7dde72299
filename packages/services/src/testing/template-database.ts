import { Client, escapeIdentifier } from 'pg';
import { withDatabase } from '../postgres/server-url';

/**
 * Makes, once a server, a database for {@link createTestDatabase} to clone: `prepare` fills it, then nobody may connect
 * to it. Others who ask for the same meanwhile wait for it. Where `prepare` throws, the next call starts over.
 */
export async function createTemplateDatabase(
  serverUrl: string,
  name: string,
  prepare: (url: string) => Promise<void>,
): Promise<void> {
  const server = new Client({ connectionString: serverUrl });
  await server.connect();
  try {
    // Held by this session, so that a killed process frees it.
    await server.query('SELECT pg_advisory_lock(hashtext($1))', [`retort template ${name}`]);
    const { rows } = await server.query<{ finished: boolean }>(
      'SELECT datistemplate AND NOT datallowconn AS finished FROM pg_database WHERE datname = $1',
      [name],
    );
    if (rows[0]?.finished === true) return;
    await server.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0`);
    await prepare(withDatabase(serverUrl, name));
    await server.query(`ALTER DATABASE ${escapeIdentifier(name)} ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  } finally {
    await server.end();
  }
}
