import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import { queryCacheProvider } from './cache/query-cache-provider';
import { entityOptions } from './entity-options';
import { readDatabaseSettings } from './settings/database-settings';
import { type Environment, findSetting, readSettingsSources } from './settings/settings-sources';
import { WarningLogger } from './utils/warning-logger';

/**
 * Everything a data source needs: the models, and the connection that the environment, the nearest `.env` or
 * `make setup` tells of. Throws where there is no usable `POSTGRES_URL`; connects to nothing.
 */
export function dataSourceOptions(
  environment: Environment = process.env,
  directory: string = process.cwd(),
): PostgresDataSourceOptions {
  const sources = readSettingsSources(environment, directory);
  const settings = readDatabaseSettings(sources);
  return {
    type: 'postgres',
    url: settings.postgresUrl,
    ...entityOptions,
    applicationName: settings.applicationName,
    poolSize: settings.poolSize,
    connectTimeoutMS: settings.connectTimeoutMs,
    logger: new WarningLogger(),
    cache: { provider: queryCacheProvider(findSetting(sources, 'REDIS_URL')) },
    extra: {
      idleTimeoutMillis: settings.poolIdleTimeoutMs,
      statement_timeout: settings.statementTimeoutMs,
      lock_timeout: settings.lockTimeoutMs,
      idle_in_transaction_session_timeout: settings.idleInTransactionTimeoutMs,
      // What SQL of your own says of days and hours is UTC too, whatever the server's zone.
      options: [environment.PGOPTIONS, '-c TimeZone=UTC'].filter(Boolean).join(' '),
    },
  };
}
