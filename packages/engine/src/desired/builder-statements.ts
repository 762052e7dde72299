import type { DataSource, EntityMetadata } from 'typeorm';
import type { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import type { Query } from 'typeorm/driver/Query';
import { RdbmsSchemaBuilder } from 'typeorm/schema-builder/RdbmsSchemaBuilder';
import type { EntityStatement } from './entity-statements';

export async function builderStatements(
  dataSource: DataSource,
  tables: readonly EntityMetadata[],
  views: readonly EntityMetadata[],
): Promise<EntityStatement[]> {
  const builder = Object.defineProperties(new RdbmsSchemaBuilder(dataSource), {
    entityToSyncMetadatas: { value: tables },
    viewEntityToSyncMetadatas: { value: views },
  });
  const { upQueries } = await builder.log();
  const [metadata = null] = [...tables, ...views];
  return upQueries.map((query) => toStatement(query, metadata));
}

/** `log()` leaves out the table in which TypeORM keeps views and generated columns; `build()` makes it. */
export async function metadataTableStatements(
  dataSource: DataSource,
  runner: PostgresQueryRunner,
): Promise<EntityStatement[]> {
  const builder = Object.defineProperties(new RdbmsSchemaBuilder(dataSource), {
    currentSchema: { value: dataSource.driver.schema },
    currentDatabase: { value: dataSource.driver.database },
  });
  return remembered(runner, () => builder.createMetadataTableIfNecessary(runner));
}

export async function remembered(
  runner: PostgresQueryRunner,
  write: () => Promise<void>,
): Promise<EntityStatement[]> {
  runner.enableSqlMemory();
  try {
    await write();
    return runner.getMemorySql().upQueries.map((query) => toStatement(query, null));
  } finally {
    runner.disableSqlMemory();
  }
}

export function toStatement({ query, parameters }: Query, metadata: EntityMetadata | null): EntityStatement {
  return { sql: query, parameters: parameters ?? [], metadata };
}
