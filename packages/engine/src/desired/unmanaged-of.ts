import type { DataSource, EntityMetadata } from 'typeorm';
import type { QualifiedName } from '../schema/qualified-name';
import type { Unmanaged } from './desired';

/** What the entities name with `synchronize: false`. */
export function unmanagedOf(dataSource: DataSource, enums: readonly QualifiedName[]): Unmanaged {
  const schemaOf = ({ schema }: { readonly schema?: string | undefined }) =>
    schema ?? dataSource.driver.schema ?? 'public';
  const metadatas = dataSource.entityMetadatas.filter(({ tableType }) => tableType !== 'entity-child');
  const nameOf = (metadata: EntityMetadata) => JSON.stringify([schemaOf(metadata), metadata.tableName]);
  // Another entity may describe the same table; see `shareTables`.
  const managed = new Set(metadatas.filter(({ synchronize }) => synchronize).map(nameOf));
  return {
    enums,
    tables: metadatas
      .filter((metadata) => !metadata.synchronize && !managed.has(nameOf(metadata)))
      .map((metadata) => ({ schema: schemaOf(metadata), name: metadata.tableName })),
    indexes: metadatas.flatMap((metadata) =>
      metadata.indices
        .filter(({ synchronize }) => !synchronize)
        .map(({ name }) => ({ schema: schemaOf(metadata), table: metadata.tableName, name })),
    ),
  };
}
