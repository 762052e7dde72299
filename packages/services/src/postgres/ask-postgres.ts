import { Client } from 'pg';
import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';

export type PostgresAnswer =
  | { readonly kind: 'answers'; readonly version: string }
  /** `code` is Node's or Postgres's: ECONNREFUSED, 28P01 (password), 3D000 (no such database), 57P03 (starting). */
  | { readonly kind: 'fails'; readonly code: string | undefined; readonly because: string };

/** Connects and asks one question. What goes wrong is an answer too: the caller knows whether it is one to wait for. */
export async function askPostgres(url: string, timeoutMs = 5_000): Promise<PostgresAnswer> {
  const client = new Client({
    connectionString: url,
    application_name: 'retort services',
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  });
  // A connection that breaks while nobody waits for it is told by an event; the query then fails with the same.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    return { kind: 'answers', version: rows[0]?.version ?? '' };
  } catch (error) {
    return { kind: 'fails', code: errorCode(error), because: errorMessage(error) };
  } finally {
    await client.end();
  }
}
