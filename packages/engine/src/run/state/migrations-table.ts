import { createHash } from 'node:crypto';
import { escapeIdentifier } from 'pg';
import type { Database } from '../../connect/database';
import type { RunQuery } from '../../connect/run-query';
import { RetortError } from '../../errors/retort-error';
import { explainTableError } from '../../journal/explain-table-error';
import { journalTable } from '../../journal/journal-entry';
import { createJournal } from '../../journal/journal-table';
import { type MigrationsTable, qualifiedName } from '../../journal/migrations-location';

/** One row of TypeORM's `migrations` table. */
export interface AppliedMigration {
  readonly timestamp: number;
  readonly name: string;
}

/** Finds the table where TypeORM's executor looks for it: in the schema that is set, else in the first of the `search_path`. */
export async function locateMigrationsTable(query: RunQuery, database: Database): Promise<MigrationsTable> {
  const { schema, table } = splitPath(database);
  const [found] = await query(
    `SELECT s.schema, pg_catalog.to_regclass(pg_catalog.quote_ident(s.schema) || '.' || pg_catalog.quote_ident($2)) IS NOT NULL AS "exists",
            pg_catalog.to_regclass(pg_catalog.quote_ident(s.schema) || '.${journalTable}') IS NOT NULL AS journal,
            pg_catalog.current_setting('search_path') AS path
       FROM (SELECT coalesce($1::text, pg_catalog.current_schema()::text) AS schema) s`,
    [schema, table],
  );
  if (typeof found?.schema !== 'string') {
    throw new RetortError({
      what: `There is no schema for TypeORM's table ${table}: no schema of the search_path exists.`,
      at: `search_path = ${String(found?.path)}`,
      next: 'Make one of its schemas, correct it (ALTER ROLE or ALTER DATABASE … SET search_path = …), or set the schema in the settings',
      kind: 'settings',
    });
  }
  return {
    schema: found.schema,
    table,
    exists: found.exists === true,
    journalExists: found.journal === true,
  };
}

/** TypeORM reads a dot in `migrationsTableName` as the end of a schema's name. */
function splitPath({ migrationsTable = 'migrations', schema }: Database): {
  schema: string | undefined;
  table: string;
} {
  const [first = '', second] = [...(schema === undefined ? [] : [schema]), migrationsTable]
    .join('.')
    .split('.');
  return second === undefined ? { schema: undefined, table: first } : { schema: first, table: second };
}

/**
 * Makes the table as TypeORM itself makes it, the journal beside it, and their schema, where they are not there yet: no
 * migration could make the schema, since the table that records it has to be there before.
 */
export async function createMigrationsTable(
  query: RunQuery,
  location: MigrationsTable,
): Promise<MigrationsTable> {
  if (location.exists && location.journalExists) return location;
  try {
    if (!location.exists) {
      await createSchema(query, location.schema);
      await query(migrationsTableSql(location));
    }
    await createJournal(query, location);
  } catch (error) {
    throw explainTableError(error, location, 'made', `CREATE ON SCHEMA ${escapeIdentifier(location.schema)}`);
  }
  return { ...location, exists: true, journalExists: true };
}

/** TypeORM's table, as TypeORM makes it. */
export function migrationsTableSql(location: MigrationsTable, ifNotExists = ''): string {
  // As TypeORM's naming strategy calls it.
  const primaryKey = `PK_${createHash('sha1').update(`${location.table}_id`).digest('hex').slice(0, 27)}`;
  return `CREATE TABLE ${ifNotExists}${qualifiedName(location)} ("id" SERIAL NOT NULL, "timestamp" bigint NOT NULL, "name" character varying NOT NULL, CONSTRAINT ${escapeIdentifier(primaryKey)} PRIMARY KEY ("id"))`;
}

/** Makes a schema where it is not there yet. `IF NOT EXISTS` would ask for the right to make one that is there. */
export async function createSchema(query: RunQuery, schema: string): Promise<void> {
  const [found] = await query('SELECT FROM pg_catalog.pg_namespace WHERE nspname = $1', [schema]);
  if (found === undefined) await query(`CREATE SCHEMA ${escapeIdentifier(schema)}`);
}

/** What ran on the database, in the order in which it ran; nothing where the table does not exist yet. */
export async function readAppliedMigrations(
  query: RunQuery,
  location: MigrationsTable,
): Promise<readonly AppliedMigration[]> {
  if (!location.exists) return [];
  try {
    const rows = await query(`SELECT "timestamp", "name" FROM ${qualifiedName(location)} ORDER BY "id"`);
    return rows.map(({ timestamp, name }) => ({ timestamp: Number(timestamp), name: String(name) }));
  } catch (error) {
    throw explainTableError(error, location, 'read', `SELECT ON ${qualifiedName(location)}`);
  }
}

/** Whether the database says that a migration ran. */
export async function isRecorded(
  query: RunQuery,
  location: MigrationsTable,
  { timestamp, name }: AppliedMigration,
): Promise<boolean> {
  const [row] = await query(
    `SELECT FROM ${qualifiedName(location)} WHERE "timestamp" = $1 AND "name" = $2 LIMIT 1`,
    [timestamp, name],
  );
  return row !== undefined;
}
