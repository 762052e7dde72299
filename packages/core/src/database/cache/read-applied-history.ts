import type { DataSource, QueryRunner } from 'typeorm';
import { ExplainedError } from '../../explained-error';

/** What tells one state of the applied migrations from every other that was or will be. */
export interface AppliedHistory {
  /** The database, whatever it is called: numbers that Postgres gives to no other. */
  readonly database: string;
  /** Changes with every migration that is applied or undone, and never comes back. */
  readonly head: string;
  /** Not while another session is in the middle of a migration: what it will leave is not known yet. */
  readonly settled: boolean;
}

/**
 * Reads the last row of the migrations table, and the sequence that gave it its id. The row alone would not do: after
 * a migration and its undoing it is what it was before. The sequence only ever ascends, so the two together never recur.
 * `undefined` where there is no migrations table.
 */
export async function readAppliedHistory(queryRunner: QueryRunner): Promise<AppliedHistory | undefined> {
  const first = await readState(queryRunner);
  if (first === undefined) {
    return undefined;
  }
  if (first.id === first.sequence) {
    return describe(first, true);
  }
  // The sequence is ahead of the last row: a migration was undone, or failed, or is about to commit. Sequences are seen
  // at once and rows at commit, so the row is read again after it was seen that nobody is writing.
  const second = first.writing ? undefined : await readState(queryRunner);
  const settled =
    second !== undefined && !second.writing && second.id === first.id && second.sequence === first.sequence;
  return describe(first, settled);
}

interface State {
  readonly database: string;
  readonly table: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly sequence: string | null;
  readonly writing: boolean;
}

function describe({ database, table, id, name, sequence }: State, settled: boolean): AppliedHistory {
  if (id !== null && sequence === null) {
    throw new ExplainedError({
      what: 'The sequence of the migrations table cannot be read, so a migration that was undone could not be noticed.',
      at: 'the database role of POSTGRES_URL',
      next: 'GRANT SELECT ON SEQUENCE migrations_id_seq TO that role',
    });
  }
  return { database, head: [table, id ?? 0, sequence ?? 0, name ?? 'base'].join('.'), settled };
}

/** Where the migrations table was seen: a question less for each lookup. */
const seenIn = new WeakSet<DataSource>();

async function readState(queryRunner: QueryRunner): Promise<State | undefined> {
  const table = migrationsTable(queryRunner);
  const { dataSource } = queryRunner;
  if (!seenIn.has(dataSource)) {
    const [answer] = await queryRunner.query('SELECT to_regclass($1) IS NOT NULL AS exists', [table]);
    if (!answer.exists) {
      return undefined;
    }
    seenIn.add(dataSource);
  }
  try {
    const [state] = await queryRunner.query(stateQuery(table), [table]);
    return state;
  } catch (error) {
    seenIn.delete(dataSource);
    throw error;
  }
}

function stateQuery(table: string): string {
  return `
    SELECT cluster.system_identifier || '.' || database.oid AS database,
           migrations.oid::text AS table,
           last.id::text,
           last.name,
           sequence.last_value::text AS sequence,
           CASE WHEN sequence.last_value IS DISTINCT FROM last.id THEN EXISTS (
             SELECT FROM pg_catalog.pg_locks AS lock
              WHERE lock.relation = migrations.oid AND lock.database = database.oid
                AND lock.mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'))
           ELSE false END AS writing
      FROM pg_catalog.pg_control_system() AS cluster
      JOIN pg_catalog.pg_database AS database ON database.datname = current_database()
      JOIN pg_catalog.pg_class AS migrations ON migrations.oid = to_regclass($1)
     CROSS JOIN LATERAL (
             SELECT pg_sequence_last_value(pg_get_serial_sequence($1, 'id')::regclass) AS last_value
           ) AS sequence
      LEFT JOIN (SELECT id, name FROM ${table} ORDER BY id DESC LIMIT 1) AS last ON true`;
}

function migrationsTable({ dataSource: { driver, options } }: QueryRunner): string {
  const schema = 'schema' in options && typeof options.schema === 'string' ? [options.schema] : [];
  return [...schema, options.migrationsTableName ?? 'migrations']
    .map((part) => driver.escape(part))
    .join('.');
}
