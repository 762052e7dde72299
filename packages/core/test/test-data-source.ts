import 'reflect-metadata';
import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import { entityOptions } from '../src';

/** A database to which the whole history was applied. */
export const migratedTemplate = 'core_migrated';

export interface TestDataSource {
  readonly dataSource: DataSource;
  readonly url: string;
  /** Disconnects, and drops the database. */
  remove(): Promise<void>;
}

/** Connects the models to a database of their own. */
export async function createTestDataSource(
  overrides: Partial<PostgresDataSourceOptions> = {},
  database?: TestDatabase,
): Promise<TestDataSource> {
  const { url, drop } = database ?? (await createTestDatabase({ template: migratedTemplate }));
  const dataSource = await new DataSource({
    type: 'postgres',
    url,
    ...entityOptions,
    ...overrides,
  }).initialize();
  return {
    dataSource,
    url,
    async remove() {
      await dataSource.destroy();
      await drop();
    },
  };
}
