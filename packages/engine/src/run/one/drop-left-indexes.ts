import { escapeIdentifier } from 'pg';
import type { RunQuery } from '../../connect/run-query';
import type { InFlight } from '../../journal/journal-entry';

/** The table of `CREATE INDEX … ON table`. */
const indexed =
  /^\s*CREATE\b[\s\S]*?\sON\s+(?:ONLY\s+)?((?:"(?:[^"]|"")+"|[\w$]+)(?:\s*\.\s*(?:"(?:[^"]|"")+"|[\w$]+))?)/i;

/**
 * Drops the INVALID indexes that a statement, broken off, left: those that were not INVALID before it, on the table that
 * it names; of a REINDEX, the copies that it builds.
 *
 * @returns their names.
 */
export async function dropLeftIndexes(
  query: RunQuery,
  { sql, invalidBefore }: InFlight,
): Promise<readonly string[]> {
  const rows = await query(
    `SELECT n.nspname AS schema, c.relname AS name
       FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT i.indisvalid AND i.indexrelid::text <> ALL ($1) AND c.relkind = 'i'
        AND CASE WHEN $2::text IS NULL THEN c.relname ~ '_cc(new|old)\\d*$' ELSE i.indrelid = pg_catalog.to_regclass($2) END`,
    [invalidBefore, indexed.exec(sql)?.[1] ?? null],
  );
  const names = rows.map(
    ({ schema, name }) => `${escapeIdentifier(String(schema))}.${escapeIdentifier(String(name))}`,
  );
  for (const name of names) await query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  return names;
}
