import { escapeIdentifier, escapeLiteral } from 'pg';
import { countOf } from '../errors/count-of';
import { RetortError } from '../errors/retort-error';
import type { Direction } from '../history/direction';
import type { History, Migration } from '../history/history';
import { typeormGround } from '../history/typeorm-ground';
import { describeMigration } from '../journal/describe-migration';
import { journalTableSql } from '../journal/journal-table';
import { type MigrationsTable, qualifiedName } from '../journal/migrations-location';
import { readRunner } from '../journal/read-runner';
import { recordDirection } from '../journal/record-direction';
import type { Parameter, StatementRun } from '../journal/statement-run';
import type { JournalWrite } from '../journal/write-journal';
import { recordScript } from '../journal/write-record';
import { lockKeyOf } from './lock/with-migration-lock';
import { ownIdentity, resetSession } from './session/own-session';
import { defaultPatience } from './session/retry-locks';
import { migrationsTableSql } from './state/migrations-table';

export interface ScriptOptions {
  /** Which of the history, in the order in which they are run. */
  readonly migrations: readonly Migration[];
  readonly history: History;
  readonly direction: Direction;
  readonly location: MigrationsTable;
}

/**
 * A script that does what the run would, for `psql -1 -v ON_ERROR_STOP=1 -f`: the statements, and the rows that record them.
 * It stops where another runner is at work, and where the database stands elsewhere than it was made for.
 *
 * @throws RetortError of kind `refused` for a migration that cannot be in one transaction, or whose SQL depends on answers.
 */
export async function renderScript({
  migrations,
  direction,
  location,
  history,
}: ScriptOptions): Promise<string> {
  const runner = await readRunner(history.folder);
  const parts = [
    `-- ${direction === 'up' ? 'Applies' : 'Undoes'} ${countOf(migrations.length, 'migration')}, all or none: psql -1 -v ON_ERROR_STOP=1 -f this-file`,
    setLockTimeout,
    ...renderBeginning(location, direction, migrations),
    ...(direction === 'up' ? typeormGround(history.migrations, migrations) : []).map(terminated),
  ];
  for (const migration of migrations) {
    const statements = await statementsOf(migration, direction);
    const entry: JournalWrite = {
      ...(await describeMigration(migration)),
      ...(direction === 'up' ? { state: 'applied', up: statements } : { state: 'undone', down: statements }),
      direction,
      startedAtMs: null,
      durationMs: null,
    };
    parts.push(
      `-- ${migration.stem}`,
      ...statements.map(renderStatement),
      `${ownIdentity};\n${resetSession};\n${setLockTimeout}`,
      terminated(recordScript(location, runner, entry)),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

const setLockTimeout = `SET LOCAL lock_timeout = ${defaultPatience.statementLockTimeoutMs};`;

/** The lock that runners take, the tables where they are not there, and whether the database stands where it should. */
function renderBeginning(
  location: MigrationsTable,
  direction: Direction,
  migrations: readonly Migration[],
): readonly string[] {
  const { schema, table } = location;
  const key =
    schema === ''
      ? `'retort ' || pg_catalog.current_schema() || ${escapeLiteral(`.${table}`)}`
      : escapeLiteral(lockKeyOf({ schema, table }));
  const names = `ARRAY[${migrations.map(({ recordedName }) => escapeLiteral(recordedName)).join(', ')}]::text[]`;
  const recorded = `SELECT name::text FROM ${qualifiedName(location)}`;
  return [
    block(
      '',
      `IF NOT pg_catalog.pg_try_advisory_xact_lock(pg_catalog.hashtextextended(${key}, 0)) THEN
    RAISE EXCEPTION 'Another runner is migrating this database.';
  END IF;`,
    ),
    ...(location.exists && location.journalExists ? [] : renderTables(location)),
    block(
      direction === 'up'
        ? `found text := (SELECT min(n) FROM unnest(${names}) AS n WHERE n IN (${recorded}));`
        : `found text := (SELECT min(n) FROM unnest(${names}) AS n WHERE n NOT IN (${recorded}));`,
      `IF found IS NOT NULL THEN
    RAISE EXCEPTION '% is ${direction === 'up' ? 'applied already' : 'not applied'}: this script is for a database where it is${direction === 'up' ? ' not' : ''}.', found;
  END IF;`,
    ),
  ];
}

function renderTables(location: MigrationsTable): readonly string[] {
  const { schema } = location;
  const name = escapeIdentifier(schema);
  return [
    'SET LOCAL client_min_messages = warning;',
    ...(schema === ''
      ? []
      : [
          block(
            '',
            `IF pg_catalog.to_regnamespace(${escapeLiteral(name)}) IS NULL THEN
    CREATE SCHEMA ${name};
  END IF;`,
          ),
        ]),
    terminated(migrationsTableSql(location, 'IF NOT EXISTS ')),
    terminated(journalTableSql(location, 'IF NOT EXISTS ')),
    'RESET client_min_messages;',
  ];
}

function block(declared: string, body: string): string {
  return `DO $retort$${declared === '' ? '' : ` DECLARE ${declared}`} BEGIN\n  ${body}\nEND $retort$;`;
}

async function statementsOf(migration: Migration, direction: Direction): Promise<readonly StatementRun[]> {
  const refused = (what: string) =>
    new RetortError({
      what,
      at: migration.path,
      next: `Take the script up to the one before it (--to), and let retort run this one`,
      kind: 'refused',
    });
  if (migration.instance.transaction === false) {
    throw refused(`${migration.stem} runs without a transaction, and psql -1 runs everything in one.`);
  }
  const recorded = await recordDirection(migration, direction);
  if (recorded.kind === 'unknown') {
    throw refused(`The SQL of ${migration.stem} is known only while it runs: ${recorded.because}.`);
  }
  return recorded.statements;
}

/** On a line of its own: a statement may end in a comment. */
function terminated(sql: string): string {
  return `${sql.trimEnd().replace(/;$/, '')}\n;`;
}

/** Only what can be prepared takes parameters, so preparing it is the one way that needs no parser. */
function renderStatement({ sql, parameters = [] }: StatementRun): string {
  if (parameters.length === 0) return terminated(sql);
  return `${terminated(`PREPARE retort_statement AS ${sql}`)}\nEXECUTE retort_statement(${parameters.map(literal).join(', ')});\nDEALLOCATE retort_statement;`;
}

function literal(value: Parameter): string {
  return value === null ? 'NULL' : escapeLiteral(String(value));
}
