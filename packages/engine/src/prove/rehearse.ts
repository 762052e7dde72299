import type { ClientBase } from 'pg';
import { runEach, runTogether, StatementRefused } from '../connect/run-statements';
import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';
import { type Statement, statement } from '../operations/statement';
import { sql } from '../sql/sql';
import { type Holder, Yielded, yieldToOthers } from './yield-to-others';

export type Rehearsal =
  | { readonly kind: 'passed' }
  /** A statement does not get along with the rows that are there. */
  | { readonly kind: 'refused'; readonly refused: StatementRefused }
  | { readonly kind: 'skipped'; readonly because: string };

/** What a commit would look at. */
const atTheEnd = statement('Look at what is deferred', sql`SET CONSTRAINTS ALL IMMEDIATE`);

/** Runs a migration on the database in use, in a transaction that is rolled back. */
export async function rehearse(holder: Holder, statements: readonly Statement[]): Promise<Rehearsal> {
  if (statements.some(({ transactional }) => !transactional)) {
    return { kind: 'skipped', because: 'a statement of it cannot run in a transaction' };
  }
  const begin = "BEGIN; SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = '60s'";
  const { client } = holder;
  await client.query(begin);
  try {
    return await yieldToOthers(holder, () => rehearseAll(client, statements, begin));
  } catch (error) {
    if (!(error instanceof Yielded)) throw error;
    return { kind: 'skipped', because: 'somebody waits for what it changes' };
  } finally {
    await client.query('ROLLBACK');
  }
}

async function rehearseAll(
  client: ClientBase,
  statements: readonly Statement[],
  begin: string,
): Promise<Rehearsal> {
  try {
    await runTogether(client, [...statements, atTheEnd]);
    return { kind: 'passed' };
  } catch (error) {
    const because = becauseOf(error);
    if (because !== undefined) return { kind: 'skipped', because };
    // Which of them it was, is found out one by one: it is refused there too.
    await client.query(`ROLLBACK; ${begin}`);
    return await rehearseEach(client, statements);
  }
}

async function rehearseEach(client: ClientBase, statements: readonly Statement[]): Promise<Rehearsal> {
  try {
    await runEach(client, [...statements, atTheEnd]);
    return { kind: 'passed' };
  } catch (error) {
    if (!(error instanceof StatementRefused)) throw error;
    const because = becauseOf(error.cause);
    return because === undefined ? { kind: 'refused', refused: error } : { kind: 'skipped', because };
  }
}

/** What tells nothing of the rows; canceled, it is not begun again. */
function becauseOf(error: unknown): string | undefined {
  switch (errorCode(error)) {
    case '55P03':
    case '40P01':
      return 'somebody holds a lock on what it changes';
    case '53200':
      return 'the server has no room for the locks of all of it at once';
    case '57014':
      return 'it took longer than a minute';
    case '42501':
      return `its role may not do it (${errorMessage(error)})`;
    case '25006':
      return 'it may only be read';
  }
  return undefined;
}
