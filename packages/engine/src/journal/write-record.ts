import type { Client } from 'pg';
import { journalName } from './journal-table';
import { type MigrationsTable, qualifiedName } from './migrations-location';
import type { Runner } from './read-runner';
import { type JournalWrite, journalColumns, overwriteJournal } from './write-journal';

/** Writes down what one migration did, in the journal and in TypeORM's table, in one statement. It is sent when this returns. */
export async function writeRecord(
  client: Client,
  location: MigrationsTable,
  runner: Runner,
  entry: JournalWrite,
): Promise<void> {
  await client.query(recordSql(location, entry.direction), [...valuesOf(location, runner, entry)]);
}

/** The same, to be prepared on a connection: planning it is most of its cost. */
export function recordPreparation(location: MigrationsTable, direction: 'up' | 'down') {
  return { name: recordName(direction), text: recordSql(location, direction), types: typeNumbers };
}

export function recordName(direction: 'up' | 'down'): string {
  return `retort_record_${direction}`;
}

/** What it is run with. */
export function recordValues(
  location: MigrationsTable,
  runner: Runner,
  entry: JournalWrite,
): readonly (string | null)[] {
  return valuesOf(location, runner, entry).map((value) => (value === null ? null : String(value)));
}

/** The same in one text, to be run whenever: by then nobody has measured anything. */
export function recordScript(location: MigrationsTable, runner: Runner, entry: JournalWrite): string {
  const literals = recordValues(location, runner, entry).map((value) =>
    value === null ? 'NULL' : literal(value),
  );
  return recordSql(location, entry.direction, unmeasured).replace(
    /\$(\d+)/g,
    (_match, number: string) => literals[Number(number) - 1] ?? 'NULL',
  );
}

/** As `escapeLiteral` of `pg` writes it, which goes through a text character by character. */
function literal(text: string): string {
  const doubled = text.replaceAll("'", "''");
  return doubled.includes('\\') ? ` E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}

interface Times {
  readonly started: string;
  readonly finished: string;
  readonly duration: string;
}

/** Where the program has not measured it: as long as the transaction. */
const duration =
  'coalesce($14::float8, EXTRACT(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.transaction_timestamp()) * 1000)';

const measured: Times = {
  started: 'coalesce(pg_catalog.to_timestamp($13::float8 / 1000), pg_catalog.transaction_timestamp())',
  finished: `coalesce(pg_catalog.to_timestamp(($13::float8 + ${duration}) / 1000), pg_catalog.clock_timestamp())`,
  duration,
};

const unmeasured: Times = { started: 'NULL', finished: 'pg_catalog.clock_timestamp()', duration: 'NULL' };

function recordSql(location: MigrationsTable, direction: 'up' | 'down', times = measured): string {
  const table = qualifiedName(location);
  const row = {
    up: `INSERT INTO ${table} ("timestamp", "name") VALUES ($3, $2)`,
    down: `DELETE FROM ${table} WHERE "timestamp" = $3 AND "name" = $2`,
  }[direction];
  return `WITH typeorm AS (${row}) INSERT INTO ${journalName(location)} AS j (${journalColumns})
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, ${times.started},
      ${times.finished}, ${times.duration}, $15, $16, $17, $18, $19)
    ON CONFLICT (history, name) DO UPDATE SET ${overwriteJournal}, role = session_user, steps = '[]', in_flight = NULL`;
}

/** Of the values: `text`, `bigint`, `boolean`, `jsonb` and `float8`, as `pg_type` numbers them. */
const [text, bigint, boolean, jsonb, float8] = [25, 20, 16, 3802, 701] as const;
const typeNumbers = [
  ...[text, text, bigint, text, text, text, boolean, text, text, jsonb, jsonb, text],
  ...[float8, float8, text, text, text, text, text],
];

/** In the order of `journalColumns`. */
function valuesOf(
  { table }: MigrationsTable,
  runner: Runner,
  entry: JournalWrite,
): readonly (string | number | boolean | null)[] {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return [
    ...[table, entry.name, entry.timestamp, entry.stem, entry.state, entry.direction, entry.transactional],
    ...[entry.checksum, entry.source, json(entry.up), json(entry.down), entry.downUnknown],
    ...[entry.startedAtMs, entry.durationMs, runner.osUser, runner.host, runner.revision, runner.toolVersion],
    entry.error,
  ];
}
