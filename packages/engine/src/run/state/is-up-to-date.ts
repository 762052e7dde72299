import { hash } from 'node:crypto';
import type { RunQuery } from '../../connect/run-query';
import { isConnectionLost } from '../../errors/is-connection-lost';
import type { History } from '../../history/history';
import { checksumOf } from '../../history/migration-source';
import { journalName } from '../../journal/journal-table';
import { type MigrationsTable, qualifiedName } from '../../journal/migrations-location';
import { journalColumns } from '../../journal/write-journal';
import type { HistoryState } from './compare-history';

/**
 * Whether every migration of the history is applied, in its order, with the checksum that it has, and nothing else is: as
 * it mostly is. The server answers with a digest, since reading a thousand rows takes longer than all the rest. False
 * says nothing; both tables are there.
 */
export async function isUpToDate(
  query: RunQuery,
  location: MigrationsTable,
  { migrations }: History,
): Promise<boolean> {
  const [found] = await orNothing(
    query,
    `SELECT pg_catalog.count(*)::int AS rows,
       pg_catalog.bool_and(j.state IN ('applied', 'adopted') AND j.name IS NOT NULL) AS settled,
       pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
         pg_catalog.string_agg(m.name || E'\n' || j.checksum || E'\n', '' ORDER BY m.id), 'UTF8')), 'hex') AS digest
     FROM (SELECT ${journalColumns}, steps, in_flight, role FROM ${journalName(location)} WHERE false) asksForEveryColumn
       RIGHT JOIN ${qualifiedName(location)} m ON true LEFT JOIN ${journalName(location)} j ON j.history = $1 AND j.name = m.name`,
    [location.table],
  );
  // A name with a line feed in it could only make the text longer: there are as many rows, and each has both.
  const expected = migrations.map((migration) => `${migration.recordedName}\n${checksumOf(migration)}\n`);
  return (
    found?.rows === migrations.length &&
    found.settled === true &&
    found.digest === hash('sha256', expected.join(''))
  );
}

/** What {@link isUpToDate} says, as reading everything would say it, without what the journal has of each. */
export function stateOfUpToDate({ migrations }: History): HistoryState {
  return {
    applied: migrations,
    pending: [],
    missing: [],
    unjournaled: [],
    statuses: migrations.map((migration) => ({ kind: 'applied', migration, entry: undefined })),
  };
}

/** What is wrong with the tables is told by who reads them. */
async function orNothing(query: RunQuery, sql: string, parameters: unknown[]): ReturnType<RunQuery> {
  try {
    return await query(sql, parameters);
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    return [];
  }
}
