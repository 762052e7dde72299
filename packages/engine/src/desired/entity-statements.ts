import type { DataSource, EntityMetadata } from 'typeorm';
import type { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import type { Query } from 'typeorm/driver/Query';
import { RdbmsSchemaBuilder } from 'typeorm/schema-builder/RdbmsSchemaBuilder';
import type { Table } from 'typeorm/schema-builder/table/Table';
import type { TableColumn } from 'typeorm/schema-builder/table/TableColumn';
import type { TableForeignKey } from 'typeorm/schema-builder/table/TableForeignKey';
import { RetortError } from '../errors/retort-error';
import type { QualifiedName } from '../schema/qualified-name';

/** One statement that TypeORM wrote, and the entity for which it did. */
export interface EntityStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly metadata: EntityMetadata | null;
}

export interface ForeignKeyStatement extends EntityStatement {
  readonly name: string;
  readonly references: QualifiedName;
}

/** An enum that the entities declare. */
export interface DeclaredEnum extends QualifiedName {
  readonly labels: readonly string[];
}

/** TypeORM's DDL of all entities for an empty database, in the order in which it runs. */
export interface EntityStatements {
  readonly schemas: readonly string[];
  /** Types and tables with all that is theirs but foreign keys. */
  readonly tables: readonly EntityStatement[];
  readonly foreignKeys: readonly ForeignKeyStatement[];
  readonly enums: readonly DeclaredEnum[];
  /** A view with its indexes at a time. */
  readonly views: readonly (readonly EntityStatement[])[];
  /** Enums that only tables have that TypeORM was told to leave alone. */
  readonly unmanagedEnums: readonly QualifiedName[];
}

/**
 * Has TypeORM's schema builder write the DDL of each entity by itself. The builder asks the database after every step,
 * and looks for each table among all tables in some fifteen passes; here it is told that there is nothing, table by
 * table, so that the cost grows with the entities and not with their square, and nothing makes a round trip.
 */
export async function collectEntityStatements(dataSource: DataSource): Promise<EntityStatements> {
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
    const managed = dataSource.entityMetadatas.filter(isTable);
    const ordered = [
      ...managed.filter(isSynchronized),
      ...managed.filter((metadata) => !isSynchronized(metadata)),
    ];
    for (const metadata of ordered) {
      memory.startTable(metadata);
      tables.push(...(await builderStatements(facade, [metadata], [])));
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

function isSynchronized({ synchronize }: EntityMetadata): boolean {
  return synchronize;
}

function isTable({ tableType }: EntityMetadata): boolean {
  return tableType !== 'entity-child' && tableType !== 'view';
}

function isView({ tableType, synchronize }: EntityMetadata): boolean {
  return tableType === 'view' && synchronize;
}

function schemasOf(dataSource: DataSource): string[] {
  const named = dataSource.entityMetadatas.map(({ schema }) => schema);
  const schemas = new Set([dataSource.driver.schema, ...named].filter((schema) => schema !== undefined));
  return [...schemas].filter((schema) => schema !== 'public' && schema !== '').sort();
}

interface RememberedKey {
  readonly query: Query;
  readonly name: string;
  readonly references: QualifiedName;
}

interface MemoryRunner {
  readonly runner: PostgresQueryRunner;
  readonly enums: readonly DeclaredEnum[];
  /** Enums that only tables have that TypeORM was told to leave alone. */
  readonly unmanagedEnums: readonly QualifiedName[];
  startTable(metadata: EntityMetadata): void;
  takeForeignKeys(): readonly RememberedKey[];
  release(): Promise<void>;
}

/** TypeORM's own query runner, remembering statements instead of running them, for a database that is empty. */
function memoryRunner(dataSource: DataSource): MemoryRunner {
  const runner = dataSource.createQueryRunner() as PostgresQueryRunner;
  const release = runner.release.bind(runner);
  const createForeignKeys = runner.createForeignKeys.bind(runner);
  const schema = dataSource.driver.schema ?? 'public';
  const labelsByName = new Map<string, string>();
  const enums: DeclaredEnum[] = [];
  const unmanagedEnums: QualifiedName[] = [];
  const enumName = (...values: readonly unknown[]): string =>
    Reflect.apply(Reflect.get(runner, 'buildEnumName'), runner, values);
  const unquotedName = (table: Table, column: TableColumn): QualifiedName => ({
    schema: dataSource.driver.parseTableName(table).schema ?? schema,
    name: enumName(table, column, false, true),
  });
  let foreignKeys: RememberedKey[] = [];
  let current: EntityMetadata | undefined;
  Object.assign(runner, {
    getTables: async () => [],
    getViews: async () => [],
    hasTable: async () => false,
    getCurrentSchema: async () => schema,
    async query(sql: string) {
      if (!/\bcurrent_schema\b/.test(sql))
        throw new Error(`TypeORM asks what is not known in memory: ${sql}`);
      return [{ current_schema: Reflect.get(dataSource.driver, 'searchSchema') ?? schema }];
    },
    release: async () => undefined,
    async createForeignKeys(table: Table, keys: TableForeignKey[]) {
      const { upQueries } = runner.getMemorySql();
      for (const key of keys) {
        const before = upQueries.length;
        await createForeignKeys(table, [key]);
        const { schema: referencedSchema, tableName } = dataSource.driver.parseTableName(key);
        const references = { schema: referencedSchema ?? schema, name: tableName };
        const name = key.name ?? '';
        foreignKeys.push(...upQueries.splice(before).map((query) => ({ query, name, references })));
      }
    },
    async hasEnumType(table: Table, column: TableColumn) {
      const name = enumName(table, column);
      const labels = JSON.stringify(column.enum);
      const known = labelsByName.get(name);
      if (known !== undefined && known !== labels) {
        throw differentLabels(unquotedName(table, column), known, labels, `${table.name}.${column.name}`);
      }
      if (known === undefined && current?.synchronize === false) {
        unmanagedEnums.push(unquotedName(table, column));
      }
      if (known === undefined) {
        enums.push({ ...unquotedName(table, column), labels: column.enum ?? [] });
      }
      labelsByName.set(name, labels);
      return known !== undefined;
    },
  });
  return {
    runner,
    enums,
    unmanagedEnums,
    startTable(metadata) {
      current = metadata;
      foreignKeys = [];
    },
    takeForeignKeys: () => foreignKeys,
    release,
  };
}

function differentLabels(
  { schema, name }: QualifiedName,
  first: string,
  second: string,
  column: string,
): RetortError {
  return new RetortError({
    what: `Two columns declare the enum ${schema}.${name} with different labels: ${first} and ${second}.`,
    at: `the column ${column}`,
    next: `Give both columns the same enum, or one of them another enumName than ${name}.`,
  });
}

async function builderStatements(
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
async function metadataTableStatements(
  dataSource: DataSource,
  runner: PostgresQueryRunner,
): Promise<EntityStatement[]> {
  const builder = Object.defineProperties(new RdbmsSchemaBuilder(dataSource), {
    currentSchema: { value: dataSource.driver.schema },
    currentDatabase: { value: dataSource.driver.database },
  });
  return remembered(runner, () => builder.createMetadataTableIfNecessary(runner));
}

async function remembered(
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

function toStatement({ query, parameters }: Query, metadata: EntityMetadata | null): EntityStatement {
  return { sql: query, parameters: parameters ?? [], metadata };
}

/** TypeORM sorts by comparing pairs, which orders no chain; this puts every view behind those it says to depend on. */
function sortViews(views: readonly EntityMetadata[]): EntityMetadata[] {
  const sorted = new Set<EntityMetadata>();
  const visiting = new Set<EntityMetadata>();
  const visit = (view: EntityMetadata) => {
    if (sorted.has(view) || visiting.has(view)) {
      return;
    }
    visiting.add(view);
    views
      .filter((other) => view.dependsOn?.has(other.target) || view.dependsOn?.has(other.name))
      .forEach(visit);
    sorted.add(view);
  };
  views.forEach(visit);
  return [...sorted];
}
