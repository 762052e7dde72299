import type { ClientBase } from 'pg';
import { runEach, StatementRefused } from '../connect/run-statements';
import { isDatabaseError } from '../errors/is-database-error';
import { RetortError } from '../errors/retort-error';
import type { Statement } from '../operations/statement';
import type { Doubt, Settled } from '../plan/doubts/doubt';
import type { Sql } from '../sql/sql';
import { type Holder, Yielded, yieldToOthers } from './yield-to-others';

/** With `row_security`, what a policy would hide is refused instead. */
const settings =
  "SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = '30s'; SET LOCAL row_security = off";

/** Asks the rows of the database in use, under the names that they will have; all of it is rolled back. */
export async function settleDoubts(
  holder: Holder,
  doubts: readonly Doubt[],
  renames: readonly Statement[],
  signal: AbortSignal | undefined,
): Promise<readonly Settled[]> {
  const { client } = holder;
  await client.query(`BEGIN; ${settings}`);
  try {
    return await yieldToOthers(holder, async (isWaitedFor) => {
      await runEach(client, renames);
      const settled: Settled[] = [];
      for (const doubt of doubts) {
        signal?.throwIfAborted();
        isWaitedFor.throwIfAborted();
        settled.push({ doubt, outcome: await settle(client, doubt) });
      }
      return settled;
    });
  } catch (error) {
    // A database that has not what the renames name is not where the history is, and one that is waited for has no time.
    if (!signal?.aborted && !saysNothing(error)) throw error;
    return doubts.map((doubt) => ({ doubt, outcome: { kind: 'unknown' } }));
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Postgres refused to be asked, or somebody waited: anything else is an error of ours. */
function saysNothing(error: unknown): boolean {
  return (
    error instanceof StatementRefused ||
    error instanceof Yielded ||
    error instanceof RetortError ||
    isDatabaseError(error)
  );
}

async function settle(client: ClientBase, { count, attempt }: Doubt): Promise<Settled['outcome']> {
  let rows = 0;
  for (const query of count) {
    const found = await inSavepoint(client, [query]);
    if ('error' in found) return { kind: 'unknown' };
    rows += found.count;
  }
  if (rows > 0) return { kind: 'rows', count: rows };
  const tried = await inSavepoint(client, attempt);
  if (!('error' in tried)) return { kind: 'none' };
  // Class 22 is about values; anything else is about the database being another than expected.
  return tried.code.startsWith('22') ? { kind: 'fails', because: tried.error } : { kind: 'unknown' };
}

async function inSavepoint(
  client: ClientBase,
  queries: readonly Sql[],
): Promise<{ readonly count: number } | { readonly error: string; readonly code: string }> {
  await client.query('SAVEPOINT retort_doubt');
  try {
    let count = 0;
    for (const { text } of queries) {
      const { rows } = await client.query<{ count?: string }>(text);
      count += Number(rows[0]?.count ?? 0);
    }
    return { count };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error: error.message, code: 'code' in error ? String(error.code) : '' };
  } finally {
    await client.query('ROLLBACK TO SAVEPOINT retort_doubt');
  }
}
