import type { DataSource, EntityMetadata } from 'typeorm';
import { RetortError } from '../errors/retort-error';
import type { Schema } from '../schema/schema';
import { builderStatements, metadataTableStatements, remembered, toStatement } from './builder-statements';
import type { EntityStatement, EntityStatements, ForeignKeyStatement } from './entity-statements';
import { explainUnwritable } from './explain-unwritable';
import { memoryRunner } from './memory-runner';
import { orderColumns } from './order-columns';
import { refuseMoments } from './refuse-moments';
import { shareTables } from './share-tables';
import { sortViews } from './sort-views';

/**
 * Has TypeORM's schema builder write the DDL of each entity by itself. The builder asks the database after every step,
 * and looks for each table among all tables in some fifteen passes; here it is told that there is nothing, table by
 * table, so that the cost grows with the entities and not with their square, and nothing makes a round trip. The columns
 * are in the order of `like`; see `orderColumns`.
 */
export async function collectEntityStatements(
  dataSource: DataSource,
  like?: Schema,
): Promise<EntityStatements> {
  const managed = shareTables(dataSource);
  if (like !== undefined) {
    orderColumns(managed, like, dataSource.driver.schema ?? 'public');
  }
  const memory = memoryRunner(dataSource);
  const { runner } = memory;
  const facade: DataSource = Object.create(dataSource, {
    createQueryRunner: { value: () => runner },
    // Otherwise every call would write the table of the result cache.
    queryResultCache: { value: undefined },
  });
  try {
    const tables = await metadataTableStatements(facade, runner);
    const foreignKeys: ForeignKeyStatement[] = [];
    const ordered = [
      ...managed.filter(isSynchronized),
      ...managed.filter((metadata) => !isSynchronized(metadata)),
    ];
    for (const metadata of ordered) {
      memory.startTable(metadata);
      tables.push(...(await tableStatements(facade, metadata)));
      foreignKeys.push(
        ...memory
          .takeForeignKeys()
          .map(({ query, name, references }) => ({ ...toStatement(query, metadata), name, references })),
      );
    }
    const views: EntityStatement[][] = [];
    for (const metadata of sortViews(dataSource.entityMetadatas.filter(isView))) {
      views.push(await builderStatements(facade, [], [metadata]));
    }
    const cache = dataSource.queryResultCache;
    if (cache !== undefined) {
      tables.push(...(await remembered(runner, () => cache.synchronize(runner))));
    }
    return {
      schemas: schemasOf(dataSource),
      tables,
      foreignKeys,
      enums: memory.enums,
      views,
      unmanagedEnums: memory.unmanagedEnums,
    };
  } finally {
    await memory.release();
  }
}

async function tableStatements(facade: DataSource, metadata: EntityMetadata): Promise<EntityStatement[]> {
  refuseMoments(metadata);
  try {
    return await builderStatements(facade, [metadata], []);
  } catch (error) {
    throw error instanceof RetortError ? error : explainUnwritable(facade, metadata, error);
  }
}

function isSynchronized({ synchronize }: EntityMetadata): boolean {
  return synchronize;
}

function isView({ tableType, synchronize }: EntityMetadata): boolean {
  return tableType === 'view' && synchronize;
}

function schemasOf(dataSource: DataSource): string[] {
  const named = dataSource.entityMetadatas.map(({ schema }) => schema);
  const schemas = new Set([dataSource.driver.schema, ...named].filter((schema) => schema !== undefined));
  return [...schemas].filter((schema) => schema !== 'public' && schema !== '').sort();
}
