import { type Client, defaults, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { connectTimeoutMs, keepAliveDelayMs, withConnection } from '../../connect/connect';
import type { Database } from '../../connect/database';
import { explainConnectionError } from '../../connect/explain-connection-error';
import { parseDatabaseUrl } from '../../connect/parse-database-url';

/** Opens TypeORM's data source on a database, without entities, hands it to `use`, and closes it however `use` ends. */
export async function withDataSource<T>(
  database: Database,
  applicationName: string,
  use: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const { dataSource, close } = await openDataSource(database, applicationName, new Set());
  try {
    return await use(dataSource);
  } finally {
    await close();
  }
}

export interface OpenDataSource {
  readonly dataSource: DataSource;
  readonly close: () => Promise<void>;
}

/** `backendPids` is kept to be the server's processes that serve it, as they come and go. */
export async function openDataSource(
  { url, schema }: Database,
  applicationName: string,
  backendPids: Set<number>,
): Promise<OpenDataSource> {
  const target = parseDatabaseUrl(url);
  // Asked first, since the pool of `pg` leaves a socket open (and with it the process, for a minute) when a password is missing.
  await withConnection(url, () => Promise.resolve(), applicationName);
  const dataSource = new DataSource({
    type: 'postgres',
    ...(schema === undefined ? {} : { schema }),
    // The project's `pg` may be one that cannot say whether a transaction is open, or tells nobody that it has connected.
    driver: { Pool, defaults },
    applicationName,
    installExtensions: false,
    logging: false,
    connectTimeoutMS: connectTimeoutMs,
    // A connection that the server ends while it is idle reports here; the next query on it fails and says so.
    poolErrorHandler: () => undefined,
    extra: {
      // Read by `pg` alone: TypeORM's own parser knows no unix socket, and stumbles over a % in a password.
      connectionString: url,
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveDelayMs,
      onConnect: (client: Client & { readonly processID: number }) => {
        backendPids.add(client.processID);
        client.once('end', () => backendPids.delete(client.processID));
      },
    },
  });
  try {
    await dataSource.initialize();
  } catch (error) {
    throw explainConnectionError(error, target);
  }
  return { dataSource, close: () => dataSource.destroy() };
}
