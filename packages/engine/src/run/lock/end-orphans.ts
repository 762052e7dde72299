import type { RunQuery } from '../../connect/run-query';
import { errorCode } from '../../errors/error-code';
import { errorMessage } from '../../errors/error-message';
import { RetortError } from '../../errors/retort-error';
import { hidePasswords } from '../failures/hide-passwords';
import type { OnEvent } from '../watch/run-events';
import { lockHolders } from './lock-holders';

/** How long the server may take to end a process. */
const endTimeoutMs = 10_000;

/** A process of the server that a runner left. */
export interface Orphan {
  readonly pid: number;
  readonly sql: string;
  readonly role: string;
}

export async function findOrphans(query: RunQuery, workerKey: string): Promise<readonly Orphan[]> {
  const rows = await query(`SELECT a.pid, a.query, a.usename AS role FROM ${lockHolders}`, [workerKey]);
  return rows.map((row) => ({ pid: Number(row.pid), sql: String(row.query), role: String(row.role) }));
}

/** A runner that was killed may have left its last statement running: nothing else is begun beside it. */
export async function endOrphans(
  query: RunQuery,
  orphans: readonly Orphan[],
  onEvent: OnEvent | undefined,
): Promise<void> {
  for (const { pid, sql, role } of orphans) {
    await endOrphan(query, pid, role);
    onEvent?.({ kind: 'endedOrphan', pid, query: hidePasswords(sql) });
  }
}

async function endOrphan(query: RunQuery, pid: number, role: string): Promise<void> {
  const stays = (because: string, cause?: unknown) =>
    new RetortError({
      what: `A runner that died left process ${pid} of the server at work, as the role ${role}, and it cannot be ended: ${because}.`,
      at: `process ${pid} of the server`,
      next: `Wait until it is done, or let ${role} or a superuser end it: SELECT pg_terminate_backend(${pid}); then run the command again.`,
      cause,
    });
  let ended: Awaited<ReturnType<RunQuery>>;
  try {
    ended = await query('SELECT pg_catalog.pg_terminate_backend($1, $2) AS done', [pid, endTimeoutMs]);
  } catch (error) {
    throw errorCode(error) === '42501' ? stays(errorMessage(error), error) : error;
  }
  if (ended[0]?.done === true) return;
  // Or it was gone already.
  const [still] = await query('SELECT FROM pg_catalog.pg_stat_activity WHERE pid = $1', [pid]);
  if (still !== undefined) throw stays(`it still runs after ${endTimeoutMs / 1000} s`);
}
