import type { DataSourceOptions } from 'typeorm';

type Connection =
  | 'type'
  | 'url'
  | 'host'
  | 'port'
  | 'username'
  | 'password'
  | 'database'
  | 'replication'
  | 'nativeDriver'
  | 'driver'
  | 'applicationName';

/**
 * TypeORM's options of a Postgres data source, less those of the connection. What would touch a database by itself
 * (`synchronize`, `dropSchema`, `migrationsRun`, subscribers) may be there and is not heeded.
 */
export type EntityOptions = Omit<Extract<DataSourceOptions, { readonly type: 'postgres' }>, Connection>;
