import type { DataSource, EntityMetadata } from 'typeorm';
import type { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import type { Query } from 'typeorm/driver/Query';
import type { Table } from 'typeorm/schema-builder/table/Table';
import type { TableColumn } from 'typeorm/schema-builder/table/TableColumn';
import type { TableForeignKey } from 'typeorm/schema-builder/table/TableForeignKey';
import type { QualifiedName } from '../schema/qualified-name';
import type { DeclaredEnum } from './entity-statements';
import { MemoryEnums } from './memory-enums';

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
export function memoryRunner(dataSource: DataSource): MemoryRunner {
  const runner = dataSource.createQueryRunner() as PostgresQueryRunner;
  const release = runner.release.bind(runner);
  const createForeignKeys = runner.createForeignKeys.bind(runner);
  const schema = dataSource.driver.schema ?? 'public';
  const enums = new MemoryEnums(dataSource, runner);
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
    hasEnumType: async (table: Table, column: TableColumn) =>
      enums.has({ table, column, isManaged: current?.synchronize !== false }),
  });
  return {
    runner,
    enums: enums.declared,
    unmanagedEnums: enums.unmanaged,
    startTable(metadata) {
      current = metadata;
      foreignKeys = [];
    },
    takeForeignKeys: () => foreignKeys,
    release,
  };
}
