import type { Database } from '../../connect/database';
import type { RunQuery } from '../../connect/run-query';
import { RetortError } from '../../errors/retort-error';
import type { History } from '../../history/history';
import { type MigrationsTable, qualifiedName } from '../../journal/migrations-location';
import type { AppliedMigration } from './migrations-table';

/**
 * Nothing is recorded where the settings say, and the history is not empty: a history that TypeORM recorded in another
 * table (the data source's `migrationsTableName`, which nothing here loads) would run a second time.
 *
 * @throws RetortError of kind `settings` when a table of TypeORM's shape, where the settings leave it open, holds names of the history.
 */
export async function refuseOtherTable(
  query: RunQuery,
  database: Database,
  { folder, migrations }: History,
  location: MigrationsTable,
  rows: readonly AppliedMigration[],
): Promise<void> {
  if (rows.length > 0 || migrations.length === 0) return;
  const names = migrations.map(({ recordedName }) => recordedName);
  for (const other of await listTablesOfItsShape(query, database, location)) {
    const [found] = await query(
      `SELECT name::text AS name FROM ${qualifiedName(other)} WHERE name = ANY ($1) LIMIT 1`,
      [names],
    );
    if (found === undefined) continue;
    throw new RetortError({
      what: `Nothing is recorded in ${location.schema}.${location.table}, and ${other.schema}.${other.table} has migrations of this history, such as ${String(found.name)}: they would run a second time.`,
      at: `retort.config.ts, for the migrations in ${folder}`,
      next: `Set it in retort.config.ts: ${settingOf(location, other)}\nWhere the other table is of no account, say so: ${settingOf(other, location)}`,
      kind: 'settings',
    });
  }
}

function settingOf(from: MigrationsTable, to: MigrationsTable): string {
  return [
    ...(from.table === to.table ? [] : [`migrationsTable: '${to.table}'`]),
    ...(from.schema === to.schema ? [] : [`schema: '${to.schema}'`]),
  ].join(', ');
}

/**
 * Those whose name and schema the settings do not rule out. Who chose the `search_path` of the connection, the role or the
 * database chose a schema too: one history may run in several.
 */
async function listTablesOfItsShape(
  query: RunQuery,
  { migrationsTable, schema }: Database,
  location: MigrationsTable,
): Promise<readonly MigrationsTable[]> {
  const rows = await query(
    `SELECT n.nspname::text AS schema, c.relname::text AS "table"
       FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND (n.nspname, c.relname) <> ($1, $2)
        AND ($3::boolean IS FALSE OR c.relname = $2)
        AND (n.nspname = $1 OR $4::boolean IS FALSE AND NOT EXISTS (
              SELECT FROM pg_catalog.pg_settings s
               WHERE s.name = 'search_path' AND s.source NOT IN ('default', 'configuration file')))
        AND (SELECT pg_catalog.array_agg(a.attname::text ORDER BY a.attname) FROM pg_catalog.pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) = '{id,name,timestamp}'
        AND EXISTS (SELECT FROM pg_catalog.pg_attribute a
              WHERE a.attrelid = c.oid AND a.attname = 'name' AND a.atttypid IN ('varchar'::regtype, 'text'::regtype))
        AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
      ORDER BY 1, 2`,
    [
      location.schema,
      location.table,
      migrationsTable !== undefined,
      schema !== undefined || migrationsTable?.includes('.') === true,
    ],
  );
  return rows.map((row) => ({
    schema: String(row.schema),
    table: String(row.table),
    exists: true,
    journalExists: false,
  }));
}
