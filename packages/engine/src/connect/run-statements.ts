import type { ClientBase } from 'pg';
import type { Statement } from '../operations/statement';

/** A statement that Postgres refused. */
export class StatementRefused extends Error {
  constructor(
    readonly statement: Statement,
    override readonly cause: Error,
  ) {
    super(cause.message);
  }
}

/**
 * Runs statements as migrations do: neighbours that may run in a transaction in one, the others each alone. They are
 * sent together; only when one is refused are they sent again one by one, to say which.
 *
 * @throws StatementRefused
 */
export async function runStatements(client: ClientBase, statements: readonly Statement[]): Promise<void> {
  for (const batch of batches(statements)) {
    if (batch[0]?.transactional === false) await runEach(client, batch);
    else await runInTransaction(client, batch);
  }
}

async function runInTransaction(client: ClientBase, batch: readonly Statement[]): Promise<void> {
  const text = batch.map(({ sql }) => `${sql}\n;`).join('\n');
  try {
    await client.query(`BEGIN;\n${text}\nCOMMIT`);
    return;
  } catch {
    // Which of them it was, is found out below: it is refused there too.
    await client.query('ROLLBACK');
  }
  await client.query('BEGIN');
  try {
    await runEach(client, batch);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** In whatever transaction there is, which is lost where a statement is refused. */
export async function runTogether(client: ClientBase, statements: readonly Statement[]): Promise<void> {
  await client.query(statements.map(({ sql }) => `${sql}\n;`).join('\n'));
}

/** One by one, in whatever transaction there is. */
export async function runEach(client: ClientBase, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) {
    try {
      await client.query(statement.sql);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new StatementRefused(statement, error);
    }
  }
}

function batches(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const found: Statement[][] = [];
  for (const statement of statements) {
    const last = found.at(-1);
    if (last?.[0]?.transactional === true && statement.transactional) last.push(statement);
    else found.push([statement]);
  }
  return found;
}
