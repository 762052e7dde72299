import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';

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
export type EntityOptions = Omit<PostgresDataSourceOptions, Connection>;
