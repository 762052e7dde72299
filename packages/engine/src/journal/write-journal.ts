import type { RunQuery } from '../connect/run-query';
import type { JournalState } from './journal-entry';
import { journalName } from './journal-table';
import { type MigrationsTable, qualifiedName } from './migrations-location';
import type { Runner } from './read-runner';
import type { StatementRun } from './statement-run';

/** A migration as the journal writes it down. What is undefined stays as it was. */
export interface JournalWrite {
  readonly name: string;
  readonly timestamp: number;
  readonly stem: string;
  readonly state: JournalState;
  readonly direction: 'up' | 'down';
  readonly transactional: boolean;
  readonly checksum: string;
  readonly source: string;
  readonly up: readonly StatementRun[] | null;
  readonly down: readonly StatementRun[] | null;
  readonly downUnknown: string | null;
  readonly startedAtMs: number | null;
  readonly durationMs: number | null;
  readonly error: string | null;
}

export const journalColumns = `history, name, "timestamp", stem, state, direction, transactional, checksum, source, up, down, down_unknown,
  started_at, finished_at, duration_ms, os_user, host, revision, tool_version, error`;

/** The rows of `$1`, a JSON array of entries. */
const given = `SELECT $2::text, e.name, e."timestamp", e.stem, e.state, e.direction, e.transactional, e.checksum, e.source,
    e.up, e.down, e."downUnknown", to_timestamp(e."startedAtMs" / 1000), to_timestamp((e."startedAtMs" + e."durationMs") / 1000),
    e."durationMs", e."osUser", e.host, e.revision, e."toolVersion", e.error
  FROM jsonb_to_recordset($1::jsonb) AS e(name text, "timestamp" bigint, stem text, state text, direction text,
    transactional boolean, checksum text, source text, up jsonb, down jsonb, "downUnknown" text, "startedAtMs" double precision,
    "durationMs" double precision, "osUser" text, host text, revision text, "toolVersion" text, error text)`;

/** What is known of how it was applied: the way down adds to it, and does not replace it. */
const ofItsUp = ['stem', 'transactional', 'checksum', 'source', 'up', 'down', 'down_unknown'];

/** Of an entry that is there. */
export const overwriteJournal = journalColumns
  .split(',')
  .map((column) => column.trim())
  .filter((column) => column !== 'history' && column !== 'name')
  .map((column) => {
    if (!ofItsUp.includes(column)) return `${column} = EXCLUDED.${column}`;
    const next = column === 'up' ? 'coalesce(EXCLUDED.up, j.up)' : `EXCLUDED.${column}`;
    return `${column} = CASE EXCLUDED.direction WHEN 'up' THEN ${next} ELSE j.${column} END`;
  })
  .join(', ');

export interface WriteOptions {
  readonly location: MigrationsTable;
  readonly runner: Runner;
  /** What becomes of TypeORM's row in the same statement, so that neither is ever without the other. */
  readonly row: 'insert' | 'delete' | 'keep';
  /** Forgets how far it came statement by statement. */
  readonly clearSteps: boolean;
}

/** Writes entries, and TypeORM's rows with them, in one statement. */
export async function writeJournal(
  query: RunQuery,
  entries: readonly JournalWrite[],
  { location, runner, row, clearSteps }: WriteOptions,
): Promise<void> {
  const table = qualifiedName(location);
  const named = `jsonb_to_recordset($1::jsonb) AS e(name text, "timestamp" bigint)`;
  const rows = {
    insert: `WITH typeorm AS (INSERT INTO ${table} ("timestamp", "name") SELECT e."timestamp", e.name FROM ${named})`,
    delete: `WITH typeorm AS (DELETE FROM ${table} m USING ${named} WHERE m."timestamp" = e."timestamp" AND m."name" = e.name)`,
    keep: '',
  } as const;
  await query(
    `${rows[row]} INSERT INTO ${journalName(location)} AS j (${journalColumns}) ${given}
     ON CONFLICT (history, name) DO UPDATE SET ${overwriteJournal}, role = session_user${clearSteps ? `, steps = '[]', in_flight = NULL` : ''}`,
    [JSON.stringify(entries.map((entry) => ({ ...entry, ...runner }))), location.table],
  );
}

/** Writes down that statements of a migration that runs statement by statement are done. */
export async function addSteps(
  query: RunQuery,
  location: MigrationsTable,
  name: string,
  steps: readonly StatementRun[],
): Promise<void> {
  await query(
    `UPDATE ${journalName(location)} SET steps = steps || $3::jsonb, in_flight = NULL WHERE history = $1 AND name = $2`,
    [location.table, name, JSON.stringify(steps)],
  );
}

/** Writes down, before it is run, a statement that no transaction can hold. */
export async function setInFlight(
  query: RunQuery,
  location: MigrationsTable,
  name: string,
  statement: StatementRun,
): Promise<void> {
  await query(
    `UPDATE ${journalName(location)} SET in_flight = $3::jsonb || jsonb_build_object('invalidBefore',
       (SELECT coalesce(jsonb_agg(indexrelid::text), '[]') FROM pg_catalog.pg_index WHERE NOT indisvalid))
      WHERE history = $1 AND name = $2`,
    [location.table, name, JSON.stringify(statement)],
  );
}
