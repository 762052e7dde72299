import type { DataSource } from 'typeorm';
import type { QualifiedName } from '../schema/qualified-name';
import type { Unmanaged } from './desired';

/** What the entities name with `synchronize: false`. */
export function unmanagedOf(dataSource: DataSource, enums: readonly QualifiedName[]): Unmanaged {
  const schemaOf = ({ schema }: { readonly schema?: string | undefined }) =>
    schema ?? dataSource.driver.schema ?? 'public';
  const metadatas = dataSource.entityMetadatas.filter(({ tableType }) => tableType !== 'entity-child');
  return {
    enums,
    tables: metadatas
      .filter(({ synchronize }) => !synchronize)
      .map((metadata) => ({ schema: schemaOf(metadata), name: metadata.tableName })),
    indexes: metadatas.flatMap((metadata) =>
      metadata.indices
        .filter(({ synchronize }) => !synchronize)
        .map(({ name }) => ({ schema: schemaOf(metadata), table: metadata.tableName, name })),
    ),
  };
}
