import { createHash } from 'node:crypto';
import { escapeIdentifier } from 'pg';
import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';
import { RetortError } from '../errors/retort-error';
import { journalTable } from '../journal/journal-entry';
import { createJournal } from '../journal/journal-table';
import type { Database } from './database';

/** One row of TypeORM's `migrations` table. */
export interface AppliedMigration {
  readonly timestamp: number;
  readonly name: string;
}

/** Runs one statement: TypeORM's query runner and a `pg` client both do. */
export type RunQuery = (sql: string, parameters?: unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** Where TypeORM's executor keeps what ran. */
export interface MigrationsTable {
  /** Empty where no database was asked: then it is the first of whatever search_path there will be. */
  readonly schema: string;
  readonly table: string;
  readonly exists: boolean;
  /** Whether the journal is there, beside it. */
  readonly journalExists: boolean;
}

/** Finds the table where TypeORM's executor looks for it: in the schema that is set, else in the first of the `search_path`. */
export async function locateMigrationsTable(query: RunQuery, database: Database): Promise<MigrationsTable> {
  const { schema, table } = splitPath(database);
  const [found] = await query(
    `SELECT s.schema, pg_catalog.to_regclass(pg_catalog.quote_ident(s.schema) || '.' || pg_catalog.quote_ident($2)) IS NOT NULL AS "exists",
            pg_catalog.to_regclass(pg_catalog.quote_ident(s.schema) || '.${journalTable}') IS NOT NULL AS journal
       FROM (SELECT coalesce($1::text, pg_catalog.current_schema()::text) AS schema) s`,
    [schema, table],
  );
  if (typeof found?.schema !== 'string') {
    throw new RetortError({
      what: `There is no schema for TypeORM's table ${table}: no schema of the search_path exists.`,
      at: 'search_path of the database',
      next: 'CREATE SCHEMA public; or set the schema in the settings',
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

export function qualifiedName({ schema, table }: MigrationsTable): string {
  return schema === '' ? escapeIdentifier(table) : `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
}

/** Says which right is missing, and that a server is read-only. */
export function explainTableError(
  error: unknown,
  location: MigrationsTable,
  action: 'made' | 'read',
  right: string,
): unknown {
  const explained = (next: string) =>
    new RetortError({
      what: `${location.table === journalTable ? 'The journal' : "TypeORM's table"} of what ran cannot be ${action}: ${errorMessage(error)}.`,
      at: qualifiedName(location),
      next,
      cause: error,
    });
  if (errorCode(error) === '42501') {
    return explained(`Connect as a role that may, or give yours the right: GRANT ${right} TO your_role`);
  }
  // undefined_column
  if (errorCode(error) === '42703' && location.table === journalTable) {
    return explained(
      `Another version of retort made it: use that one. Or let it be made anew from the files as they are: DROP TABLE ${qualifiedName(location)}; then: make db-migrate`,
    );
  }
  if (errorCode(error) === '25006') return explained('Connect to the primary server: this one is read-only.');
  return error;
}
