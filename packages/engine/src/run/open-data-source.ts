import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { connectTimeoutMs, withConnection } from '../connect/connect';
import { explainConnectionError } from '../connect/explain-connection-error';
import { parseDatabaseUrl } from '../connect/parse-database-url';
import type { Database } from './database';

/**
 * Opens TypeORM's data source on a database, without entities, hands it to `use`, and closes it however `use` ends.
 * `backendPids` are the server's processes that serve it, as they come and go.
 */
export async function withDataSource<T>(
  { url, schema }: Database,
  applicationName: string,
  use: (dataSource: DataSource, backendPids: ReadonlySet<number>) => Promise<T>,
): Promise<T> {
  const target = parseDatabaseUrl(url);
  // Asked first, since the pool of `pg` leaves a socket open (and with it the process, for a minute) when a password is missing.
  await withConnection(url, () => Promise.resolve(), applicationName);
  const backendPids = new Set<number>();
  const dataSource = new DataSource({
    type: 'postgres',
    ...(schema === undefined ? {} : { schema }),
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
  try {
    return await use(dataSource, backendPids);
  } finally {
    await dataSource.destroy();
  }
}
