import type { EntityOptions } from '../desired/entity-options';
import type { ReadOptions } from '../read/read-options';
import { bookkeepingTables } from '../run/state/bookkeeping-tables';

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
