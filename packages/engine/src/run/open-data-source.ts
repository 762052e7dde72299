import { DataSource } from 'typeorm';
import { explainConnectionError } from '../connect/explain-connection-error';
import { parseDatabaseUrl } from '../connect/parse-database-url';
import type { Database } from './database';

/** Opens TypeORM's data source on a database, without entities, hands it to `use`, and closes it however `use` ends. */
export async function withDataSource<T>(
  { url, schema }: Database,
  applicationName: string,
  use: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const target = parseDatabaseUrl(url);
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    ...(schema === undefined ? {} : { schema }),
    applicationName,
    installExtensions: false,
    poolSize: 1,
    logging: false,
    // A connection that the server ends while it is idle reports here; the next query on it fails and says so.
    poolErrorHandler: () => undefined,
  });
  try {
    await dataSource.initialize();
  } catch (error) {
    throw explainConnectionError(error, target);
  }
  try {
    return await use(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
