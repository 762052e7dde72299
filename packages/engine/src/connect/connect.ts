import { Client } from 'pg';
import { abandonConnection } from './abandon-connection';
import { explainConnectionError } from './explain-connection-error';
import { type DatabaseUrl, parseDatabaseUrl } from './parse-database-url';

/** A host that drops packets would else be waited for as long as the operating system does: minutes. */
export const connectTimeoutMs = 10_000;

/**
 * How long a connection is silent before the other side is asked whether it is there: sooner than what stands in between (a
 * balancer, a firewall) forgets connections that are silent, and a long statement is. By itself Linux waits for two hours.
 */
export const keepAliveDelayMs = 30_000;

/** A server that is gone without a word would be waited for as long as the operating system does. */
const endTimeoutMs = 5000;

/**
 * Opens one connection, hands it to `use`, and closes it however `use` ends. With `left`, nobody waits for the server to
 * end its side too, where `use` has done its work.
 *
 * @throws RetortError that says why there is no connection.
 */
export async function withConnection<T>(
  url: string,
  use: (client: Client, target: DatabaseUrl) => Promise<T>,
  applicationName = 'retort',
  closing: 'awaited' | 'left' = 'awaited',
): Promise<T> {
  const target = parseDatabaseUrl(url);
  // Its types do not tell that a connection need not keep the program.
  const client: Client & { unref?(): void } = new Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveDelayMs,
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
  let isDone = false;
  try {
    const value = await use(client, target);
    isDone = true;
    return value;
  } finally {
    const ended = client.end();
    if (isDone && closing === 'left') client.unref?.();
    else await endOrAbandon(client, ended);
  }
}

async function endOrAbandon(client: Client, ended: Promise<void>): Promise<void> {
  const timer = setTimeout(() => abandonConnection(client), endTimeoutMs);
  try {
    await ended;
  } finally {
    clearTimeout(timer);
  }
}
