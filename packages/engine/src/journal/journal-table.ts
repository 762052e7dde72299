import type { RunQuery } from '../connect/run-query';
import { journalTable } from './journal-entry';
import { type MigrationsTable, qualifiedName } from './migrations-location';

/** Beside TypeORM's table. One journal serves the several histories that a schema may have. */
export function journalName(location: MigrationsTable): string {
  return qualifiedName({ ...location, table: journalTable });
}

export async function createJournal(query: RunQuery, location: MigrationsTable): Promise<void> {
  if (!location.journalExists) await query(journalTableSql(location));
}

export function journalTableSql(location: MigrationsTable, ifNotExists = ''): string {
  return `CREATE TABLE ${ifNotExists}${journalName(location)} (
  history text NOT NULL,
  name text NOT NULL,
  "timestamp" bigint NOT NULL,
  stem text NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'applied', 'failed', 'undone', 'adopted')),
  direction text NOT NULL CHECK (direction IN ('up', 'down')),
  transactional boolean NOT NULL,
  checksum text NOT NULL,
  source text NOT NULL,
  up jsonb,
  down jsonb,
  down_unknown text,
  steps jsonb NOT NULL DEFAULT '[]',
  in_flight jsonb,
  started_at timestamptz,
  finished_at timestamptz,
  duration_ms double precision,
  role text NOT NULL DEFAULT session_user,
  os_user text,
  host text,
  revision text,
  tool_version text,
  error text,
  PRIMARY KEY (history, name)
)`;
}
