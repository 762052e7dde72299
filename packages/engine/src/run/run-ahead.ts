import { errorCode } from '../errors/error-code';
import { StatementError } from '../errors/statement-error';
import { type Description, describeMigration } from '../journal/describe-migration';
import { executeRecordSql, prepareRecordSql } from '../journal/write-record';
import { explainMigrationError } from './explain-migration-error';
import { OutcomeUnknown } from './outcome-unknown';
import { ownIdentity, startAfresh } from './own-session';
import { isConnectionLost, rollBack } from './run-migration';
import { type Running, rerunOf } from './running';
import { sendTogether } from './send-together';
import { renderLimits } from './session-limits';

/**
 * The statements of a migration that can be sent together with their transaction, without waiting for the answer to each:
 * they are known beforehand, and none of them ends the transaction, so that after a failure Postgres does nothing of the rest.
 */
export function statementsToSend({ client, migration, direction, lock, prepared }: Running) {
  const { plain, instance } = migration;
  if (!client.pipeline || plain === undefined || instance.transaction === false) return undefined;
  if (lock.isPooled || prepared.state === 'forgotten') return undefined;
  return plain[direction].some((sql) => mayEndTransaction.test(sql)) ? undefined : plain[direction];
}

/** Or talks to the client meanwhile, as COPY does. */
const mayEndTransaction = /\b(?:commit|rollback|abort|end|prepare|copy)\b/i;

/**
 * Runs a migration and its record in one transaction, in one trip to the server and back: a thousand small migrations
 * spend their time there.
 */
export async function runAhead(running: Running, statements: readonly string[]): Promise<void> {
  const { client, migration, direction, prepared, location, runner, limits, watch } = running;
  await running.confirmed;
  const described = await describeMigration(migration);
  sendTogether(client);
  // In the transaction: where it is refused, what was sent behind it is too.
  const prepare = prepared.state === 'no' ? [prepareRecordSql(location, direction)] : [];
  prepared.state = 'yes';
  const started = client.query([startAfresh, renderLimits(limits, 'transaction'), ...prepare].join('; '));
  const sent = statements.map((sql) => ({ sql, answer: client.query(sql) }));
  const record = executeRecordSql(location, runner, entryOf(running, described, statements));
  const committed = client.query(`${ownIdentity}; ${record}; COMMIT`);
  const answers = [started, ...sent.map(({ answer }) => answer), committed];
  // Each is looked at below, and until then must not count as unhandled.
  for (const answer of answers) answer.catch(() => undefined);
  // When it is sent.
  process.nextTick(running.meanwhile);
  let hasRun = false;
  try {
    await started;
    for (const { sql, answer } of sent) {
      watch.begin(sql);
      await ofStatement(sql, answer);
    }
    watch.end();
    hasRun = true;
    await ofRecord(committed);
  } catch (error) {
    watch.end();
    await Promise.allSettled(answers);
    await rollBack(client);
    const run = { migration, direction, rerun: rerunOf(direction) };
    if (mayBeDone(error, hasRun)) throw new OutcomeUnknown(error, run);
    throw explainMigrationError(error, run, 'nothing');
  }
}

function entryOf({ direction, startedAtMs }: Running, described: Description, statements: readonly string[]) {
  const ran = statements.map((sql) => ({ sql }));
  return {
    ...described,
    ...{ direction, startedAtMs, durationMs: null },
    ...(direction === 'up'
      ? ({ state: 'applied', up: ran } as const)
      : ({ state: 'undone', down: ran } as const)),
  };
}

async function ofStatement(sql: string, answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch (error) {
    throw error instanceof Error ? new StatementError(sql, error) : error;
  }
}

/** What a COMMIT says, such as that a deferred constraint does not hold, is told as its own; a right or a table that the record lacks is not. */
async function ofRecord(committed: Promise<unknown>): Promise<void> {
  try {
    await committed;
  } catch (error) {
    const isOfRecord = /^(?:42|26)/.test(errorCode(error) ?? '');
    throw error instanceof Error && !isOfRecord ? new StatementError('COMMIT', error) : error;
  }
}

function mayBeDone(error: unknown, hasRun: boolean): boolean {
  if (!isConnectionLost(error)) return false;
  // Or the server said so in the place of the statement's answer: what was sent after that was not run.
  return hasRun || errorCode(error)?.startsWith('57P') !== true;
}
