import { escapeIdentifier } from 'pg';
import type { RunQuery } from './migrations-table';

/** Drops the INVALID indexes that were not there, or not INVALID, before: what a broken off CREATE INDEX CONCURRENTLY left. */
export async function dropLeftIndexes(
  query: RunQuery,
  before: readonly string[],
): Promise<readonly string[]> {
  const rows = await query(
    `SELECT n.nspname AS schema, c.relname AS name
       FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT i.indisvalid AND i.indexrelid::text <> ALL ($1) AND c.relkind = 'i'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)`,
    [before],
  );
  const names = rows.map(
    ({ schema, name }) => `${escapeIdentifier(String(schema))}.${escapeIdentifier(String(name))}`,
  );
  for (const name of names) await query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  return names;
}
