import { escapeIdentifier } from 'pg';
import type { Database } from './database';

/** One row of TypeORM's `migrations` table. */
export interface AppliedMigration {
  readonly timestamp: number;
  readonly name: string;
}

/** Runs one statement: TypeORM's query runner and a `pg` client both do. */
export type RunQuery = (sql: string, parameters?: unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** Makes TypeORM's table as TypeORM itself makes it, where it is not there yet. */
export async function createMigrationsTable(query: RunQuery, database: Database): Promise<void> {
  await query(
    `CREATE TABLE IF NOT EXISTS ${tableName(database)} (
       "id" SERIAL PRIMARY KEY, "timestamp" bigint NOT NULL, "name" character varying NOT NULL)`,
  );
}

/** What ran on the database, in the order in which it ran; nothing where TypeORM's table does not exist yet. */
export async function readAppliedMigrations(
  query: RunQuery,
  database: Database,
): Promise<readonly AppliedMigration[]> {
  const [found] = await query('SELECT pg_catalog.to_regclass($1) IS NOT NULL AS "exists"', [
    tableName(database),
  ]);
  if (found?.exists !== true) return [];
  const rows = await query(`SELECT "timestamp", "name" FROM ${tableName(database)} ORDER BY "id"`);
  return rows.map(({ timestamp, name }) => ({ timestamp: Number(timestamp), name: String(name) }));
}

export async function recordMigration(
  query: RunQuery,
  database: Database,
  migration: AppliedMigration,
): Promise<void> {
  const { timestamp, name } = migration;
  await query(`INSERT INTO ${tableName(database)} ("timestamp", "name") VALUES ($1, $2)`, [timestamp, name]);
}

export async function forgetMigration(
  query: RunQuery,
  database: Database,
  { timestamp, name }: AppliedMigration,
): Promise<void> {
  await query(`DELETE FROM ${tableName(database)} WHERE "timestamp" = $1 AND "name" = $2`, [timestamp, name]);
}

function tableName({ migrationsTable = 'migrations', schema }: Database): string {
  const table = escapeIdentifier(migrationsTable);
  return schema === undefined ? table : `${escapeIdentifier(schema)}.${table}`;
}
