import type { RunQuery } from '../connect/run-query';
import { explainTableError } from './explain-table-error';
import {
  type InFlight,
  type JournalEntry,
  type JournalSql,
  type JournalState,
  journalTable,
} from './journal-entry';
import { journalName } from './journal-table';
import type { MigrationsTable } from './migrations-location';
import type { StatementRun } from './statement-run';

/** What the journal has of each migration of a history, by their names; nothing where there is no journal yet. */
export async function readJournal(
  query: RunQuery,
  location: MigrationsTable,
): Promise<ReadonlyMap<string, JournalEntry>> {
  if (!location.journalExists) return new Map();
  const rows = await readRows(query, location);
  return new Map(rows.map((row) => [String(row.name), toEntry(row)]));
}

async function readRows(query: RunQuery, location: MigrationsTable): ReturnType<RunQuery> {
  try {
    return await query(
      `SELECT name, "timestamp", stem, state, direction, checksum, jsonb_array_length(steps) AS steps_done, in_flight,
       to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS started_at,
       to_char(finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS finished_at,
       duration_ms, role, os_user, host, revision, tool_version, error
     FROM ${journalName(location)} WHERE history = $1`,
      [location.table],
    );
  } catch (error) {
    const name = journalName(location);
    throw explainTableError(error, { ...location, table: journalTable }, 'read', `SELECT ON ${name}`);
  }
}

function toEntry(row: Readonly<Record<string, unknown>>): JournalEntry {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const person = [text(row.os_user), text(row.host)].filter((part) => part !== undefined).join('@');
  return {
    name: String(row.name),
    timestamp: Number(row.timestamp),
    stem: String(row.stem),
    state: row.state as JournalState,
    direction: row.direction as 'up' | 'down',
    checksum: String(row.checksum),
    stepsDone: Number(row.steps_done),
    inFlight: (row.in_flight as InFlight | null) ?? undefined,
    startedAt: text(row.started_at),
    finishedAt: text(row.finished_at),
    durationMs: typeof row.duration_ms === 'number' ? row.duration_ms : undefined,
    by: person === '' ? String(row.role) : `${person} as ${String(row.role)}`,
    revision: text(row.revision),
    toolVersion: text(row.tool_version),
    error: text(row.error),
  };
}

/** The long part of some entries, by the names of their migrations. */
export async function readJournalSql(
  query: RunQuery,
  location: MigrationsTable,
  names: readonly string[],
): Promise<ReadonlyMap<string, JournalSql>> {
  if (!location.journalExists || names.length === 0) return new Map();
  const rows = await query(
    `SELECT name, source, up, down, down_unknown, transactional, steps FROM ${journalName(location)}
      WHERE history = $1 AND name = ANY ($2)`,
    [location.table, names],
  );
  return new Map(
    rows.map((row) => [
      String(row.name),
      {
        source: String(row.source),
        up: (row.up as readonly StatementRun[] | null) ?? undefined,
        down: (row.down as readonly StatementRun[] | null) ?? undefined,
        downUnknown: typeof row.down_unknown === 'string' ? row.down_unknown : undefined,
        transactional: row.transactional === true,
        steps: row.steps as readonly StatementRun[],
      },
    ]),
  );
}
