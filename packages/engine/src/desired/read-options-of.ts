import { bookkeepingTables } from '../journal/bookkeeping-tables';
import type { ReadOptions } from '../read/read-options';
import type { EntityOptions } from './entity-options';

/** How databases are read of which TypeORM has these options: without the tables in which runners keep what they did. */
export function readOptionsOf({
  migrationsTableName,
  metadataTableName,
}: Pick<EntityOptions, 'migrationsTableName' | 'metadataTableName'>) {
  return {
    exclude: bookkeepingTables(migrationsTableName),
    metadataTable: metadataTableName ?? 'typeorm_metadata',
  } satisfies ReadOptions;
}
