import { type ClientBase, escapeIdentifier } from 'pg';
import { isDatabaseError } from '../errors/is-database-error';
import type { Extension } from '../schema/extension';
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

export async function createSchemas(client: ClientBase, schemas: readonly string[]): Promise<void> {
  for (const schema of schemas) {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${escapeIdentifier(schema)}`);
  }
}

export async function createExtensions(client: ClientBase, extensions: readonly Extension[]): Promise<void> {
  await createSchemas(
    client,
    extensions.map(({ schema }) => schema),
  );
  for (const { name, schema } of extensions) {
    await client.query(
      `CREATE EXTENSION IF NOT EXISTS ${escapeIdentifier(name)} SCHEMA ${escapeIdentifier(schema)}`,
    );
  }
}

/** Makes what a refused statement lacks; `false` where it could make nothing more. */
export type Repair = (refused: RefusedStatement) => Promise<boolean>;

export async function runEntityStatements(
  client: ClientBase,
  statements: EntityStatements,
  repair: Repair,
): Promise<void> {
  await runTogether(client, statements.tables, repair);
  await runTogether(client, statements.foreignKeys, repair);
  await runViews(client, statements.views, repair);
}

/** The locks of one query must find room in the server's lock table. */
const statementsAQuery = 400;

async function runTogether(
  client: ClientBase,
  statements: readonly EntityStatement[],
  repair: Repair,
): Promise<void> {
  for (let from = 0; from < statements.length; ) {
    const start = statements.slice(from, from + statementsAQuery);
    const withParameters = start.findIndex(({ parameters }) => parameters.length > 0);
    const batch = withParameters === -1 ? start : start.slice(0, Math.max(withParameters, 1));
    if (withParameters === 0 || !(await runBatch(client, batch))) {
      await runOneByOne(client, batch, repair);
    }
    from += batch.length;
  }
}

/** Statements in one query are one transaction: of a batch that fails, nothing is left. */
async function runBatch(client: ClientBase, batch: readonly EntityStatement[]): Promise<boolean> {
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

async function runOneByOne(
  client: ClientBase,
  statements: readonly EntityStatement[],
  repair: Repair,
): Promise<void> {
  for (const statement of statements) {
    await runRepairing(client, statement, repair);
  }
}

async function runRepairing(client: ClientBase, statement: EntityStatement, repair: Repair): Promise<void> {
  try {
    await run(client, statement);
  } catch (error) {
    if (!(error instanceof RefusedStatement && (await repair(error)))) {
      throw error;
    }
    // What was made may not have been all that it lacks.
    await runRepairing(client, statement, repair);
  }
}

async function run(client: ClientBase, statement: EntityStatement): Promise<void> {
  const { sql, parameters } = statement;
  try {
    await client.query(sql, parameters.length === 0 ? undefined : [...parameters]);
  } catch (cause) {
    throw new RefusedStatement(statement, cause);
  }
}

/** A view may read another that it does not say it depends on: what is refused is tried again after the others. */
async function runViews(
  client: ClientBase,
  views: readonly (readonly EntityStatement[])[],
  repair: Repair,
): Promise<void> {
  const refused: { readonly view: readonly EntityStatement[]; readonly error: RefusedStatement }[] = [];
  for (const view of views) {
    const error = await tryView(client, view);
    if (error !== undefined) {
      refused.push({ view, error });
    }
  }
  const [first] = refused;
  if (first === undefined) {
    return;
  }
  if (refused.length === views.length && !(await repair(first.error))) {
    throw first.error;
  }
  await runViews(
    client,
    refused.map(({ view }) => view),
    repair,
  );
}

async function tryView(
  client: ClientBase,
  view: readonly EntityStatement[],
): Promise<RefusedStatement | undefined> {
  await client.query('BEGIN');
  try {
    for (const statement of view) {
      await run(client, statement);
    }
    await client.query('COMMIT');
    return undefined;
  } catch (error) {
    await client.query('ROLLBACK');
    if (error instanceof RefusedStatement) {
      return error;
    }
    throw error;
  }
}
