import { escapeLiteral } from 'pg';
import { countOf } from '../errors/count-of';
import { RetortError } from '../errors/retort-error';
import type { Migration } from '../history/history';
import { describeMigration } from '../journal/describe-migration';
import { type JournalWrite, journalTableSql, writeJournal } from '../journal/journal-table';
import { readRunner } from '../journal/read-runner';
import { recordDirection } from '../journal/record-direction';
import type { StatementRun } from '../journal/statement-run';
import { type MigrationsTable, migrationsTableSql } from './migrations-table';
import { defaultPatience } from './retry-locks';
import type { Direction } from './run-migration';

export interface ScriptOptions {
  readonly migrations: readonly Migration[];
  readonly direction: Direction;
  readonly location: MigrationsTable;
  /** The folder of the history. */
  readonly folder: string;
}

/**
 * A script that does what the run would, for `psql -1 -v ON_ERROR_STOP=1 -f`: the statements, and the rows that record them.
 *
 * @throws RetortError of kind `refused` for a migration that cannot be in one transaction, or whose SQL depends on answers.
 */
export async function renderScript({
  migrations,
  direction,
  location,
  folder,
}: ScriptOptions): Promise<string> {
  const runner = await readRunner(folder);
  const parts = [
    `-- ${direction === 'up' ? 'Applies' : 'Undoes'} ${countOf(migrations.length, 'migration')}, all or none: psql -1 -v ON_ERROR_STOP=1 -f this-file`,
    terminated('SET LOCAL client_min_messages = warning'),
    terminated(`SET LOCAL lock_timeout = ${defaultPatience.statementLockTimeoutMs}`),
    terminated(migrationsTableSql(location, 'IF NOT EXISTS ')),
    terminated(journalTableSql(location, 'IF NOT EXISTS ')),
  ];
  for (const migration of migrations) {
    const statements = await statementsOf(migration, direction);
    const entry: JournalWrite = {
      ...(await describeMigration(migration)),
      ...(direction === 'up' ? { state: 'applied', up: statements } : { state: 'undone', down: statements }),
      ...{ direction, startedAtMs: null, durationMs: null },
    };
    parts.push(`-- ${migration.stem}`, ...statements.map(renderStatement));
    await writeJournal(
      async (sql, parameters = []) => {
        parts.push(terminated(inline(sql, parameters)));
        return [];
      },
      [entry],
      { location, runner, row: direction === 'up' ? 'insert' : 'delete', clearSteps: true },
    );
  }
  return `${parts.join('\n\n')}\n`;
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

/** In a statement of ours, where every `$1` is a parameter. */
function inline(sql: string, parameters: readonly unknown[]): string {
  return sql.replace(/\$(\d)/g, (_match, number: string) => literal(parameters[Number(number) - 1]));
}

function literal(value: unknown): string {
  return value === null || value === undefined ? 'NULL' : escapeLiteral(textOf(value));
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(elementOf).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function elementOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return Array.isArray(value) ? textOf(value) : `"${textOf(value).replace(/[\\"]/g, '\\$&')}"`;
}
