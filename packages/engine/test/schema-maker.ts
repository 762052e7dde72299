import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { readSchemaInTransaction } from '../src/read/read-schema';
import type { Schema } from '../src/schema/schema';

/**
 * What SQL makes of an empty database: of one for the whole test file, in a transaction that is rolled back, since a
 * database takes longer to make than most of what is made in it.
 */
export function schemaMaker(): (sql: string) => Promise<Schema> {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  return async (sql) => {
    await client.query('BEGIN');
    try {
      await client.query(sql);
      return await readSchemaInTransaction(client);
    } finally {
      await client.query('ROLLBACK');
    }
  };
}
