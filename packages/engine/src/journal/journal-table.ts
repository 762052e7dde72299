import type { RunQuery } from '../connect/run-query';
import { explainTableError } from './explain-table-error';
import {
  type InFlight,
  type JournalEntry,
  type JournalSql,
  type JournalState,
  journalTable,
} from './journal-entry';
import { type MigrationsTable, qualifiedName } from './migrations-location';
import type { Runner } from './read-runner';
import type { StatementRun } from './statement-run';

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
  const given$1 = `jsonb_to_recordset($1::jsonb) AS e(name text, "timestamp" bigint)`;
  const rows = {
    insert: `WITH typeorm AS (INSERT INTO ${table} ("timestamp", "name") SELECT e."timestamp", e.name FROM ${given$1})`,
    delete: `WITH typeorm AS (DELETE FROM ${table} m USING ${given$1} WHERE m."timestamp" = e."timestamp" AND m."name" = e.name)`,
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
