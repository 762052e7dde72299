import { type Client, escapeIdentifier } from 'pg';
import type { EntityStatement, EntityStatements } from './entity-statements';

/** A statement of TypeORM that Postgres refused. */
export class RefusedStatement extends Error {
  constructor(
    readonly statement: EntityStatement,
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

export async function createSchemas(client: Client, schemas: readonly string[]): Promise<void> {
  for (const schema of schemas) {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${escapeIdentifier(schema)}`);
  }
}

export async function runEntityStatements(client: Client, statements: EntityStatements): Promise<void> {
  await runTogether(client, statements.tables);
  await runTogether(client, statements.foreignKeys);
  await runViews(client, statements.views);
}

/** The locks of one query must find room in the server's lock table. */
const statementsAQuery = 400;

async function runTogether(client: Client, statements: readonly EntityStatement[]): Promise<void> {
  for (let from = 0; from < statements.length; ) {
    const start = statements.slice(from, from + statementsAQuery);
    const withParameters = start.findIndex(({ parameters }) => parameters.length > 0);
    const batch = withParameters === -1 ? start : start.slice(0, Math.max(withParameters, 1));
    if (withParameters === 0 || !(await runBatch(client, batch))) {
      await runOneByOne(client, batch);
    }
    from += batch.length;
  }
}

/** Statements in one query are one transaction: of a batch that fails, nothing is left. */
async function runBatch(client: Client, batch: readonly EntityStatement[]): Promise<boolean> {
  try {
    await client.query(batch.map(({ sql }) => sql).join('\n;\n'));
    return true;
  } catch (error) {
    if (isDatabaseError(error)) {
      return false;
    }
    throw error;
  }
}

async function runOneByOne(client: Client, statements: readonly EntityStatement[]): Promise<void> {
  for (const statement of statements) {
    try {
      await client.query(
        statement.sql,
        statement.parameters.length === 0 ? undefined : [...statement.parameters],
      );
    } catch (cause) {
      throw new RefusedStatement(statement, cause);
    }
  }
}

const undefinedTable = '42P01';

/** A view may read another that it does not say it depends on: what it lacks may be made by one that comes later. */
async function runViews(client: Client, views: readonly (readonly EntityStatement[])[]): Promise<void> {
  const postponed: (readonly EntityStatement[])[] = [];
  let refused: unknown;
  for (const view of views) {
    await client.query('BEGIN');
    try {
      await runOneByOne(client, view);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      if (
        !(
          error instanceof RefusedStatement &&
          isDatabaseError(error.cause) &&
          error.cause.code === undefinedTable
        )
      ) {
        throw error;
      }
      refused ??= error;
      postponed.push(view);
    }
  }
  if (postponed.length > 0 && postponed.length === views.length) {
    throw refused;
  }
  if (postponed.length > 0) {
    await runViews(client, postponed);
  }
}

export function isDatabaseError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'severity' in error && 'code' in error && typeof error.code === 'string';
}
