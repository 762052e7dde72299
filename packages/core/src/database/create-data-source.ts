import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import { dataSourceOptions } from './data-source-options';
import type { Environment } from './settings/settings-sources';

/**
 * A data source that is not connected yet (`initialize()` does that).
 *
 * ```ts
 * const dataSource = await createDataSource().initialize();
 * const widgets = await dataSource.getRepository(Widget).find();
 * ```
 */
export function createDataSource(
  environment: Environment = process.env,
  overrides: Partial<PostgresDataSourceOptions> = {},
): DataSource {
  return new DataSource({ ...dataSourceOptions(environment), ...overrides });
}
