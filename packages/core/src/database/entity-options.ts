import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import { models } from './models';
import { ReadableNamingStrategy } from './utils/readable-naming-strategy';
import { RefuseChangeOfAppendOnly } from './utils/refuse-change-of-append-only';
import { refuseEmbeddedStringEnums } from './utils/refuse-embedded-string-enums';
import { RefuseHardDelete } from './utils/refuse-hard-delete';

refuseEmbeddedStringEnums(models);

/** What the models mean, without a connection: what a data source and the migration generator both start from. */
export const entityOptions = {
  entities: models,
  subscribers: [RefuseHardDelete, RefuseChangeOfAppendOnly],
  namingStrategy: new ReadableNamingStrategy(),
  /** Migrations alone change the schema. */
  synchronize: false,
  /** Extensions are part of the schema: a migration creates them, not whoever connects first. */
  installExtensions: false,
} satisfies Partial<PostgresDataSourceOptions>;
