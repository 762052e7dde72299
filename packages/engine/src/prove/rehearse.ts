import type { ClientBase } from 'pg';
import type { Statement } from '../operations/statement';
import { runEach, runTogether, StatementRefused } from './run-statements';

export type Rehearsal =
  | { readonly kind: 'passed' }
  /** A statement does not get along with the rows that are there. */
  | { readonly kind: 'refused'; readonly refused: StatementRefused }
  | { readonly kind: 'skipped'; readonly because: string };

/** Runs a migration on the database in use, in a transaction that is rolled back. */
export async function rehearse(client: ClientBase, statements: readonly Statement[]): Promise<Rehearsal> {
  if (statements.some(({ transactional }) => !transactional)) {
    return { kind: 'skipped', because: 'a statement of it cannot run in a transaction' };
  }
  const begin = "BEGIN; SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = '60s'";
  await client.query(begin);
  try {
    try {
      await runTogether(client, statements);
    } catch {
      // Which of them it was, is found out here: it is refused here too.
      await client.query(`ROLLBACK; ${begin}`);
      await runEach(client, statements);
    }
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return { kind: 'passed' };
  } catch (error) {
    if (!(error instanceof StatementRefused)) throw error;
    const code = 'code' in error.cause ? String(error.cause.code) : '';
    if (code === '55P03') return { kind: 'skipped', because: 'somebody holds a lock on what it changes' };
    if (code === '53200')
      return { kind: 'skipped', because: 'the server has no room for the locks of all of it at once' };
    if (code === '57014') return { kind: 'skipped', because: 'it took longer than a minute' };
    return { kind: 'refused', refused: error };
  } finally {
    await client.query('ROLLBACK');
  }
}
