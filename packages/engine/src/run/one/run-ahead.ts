import { rollBack } from '../../connect/roll-back';
import { errorCode } from '../../errors/error-code';
import { isConnectionLost } from '../../errors/is-connection-lost';
import { StatementError } from '../../errors/statement-error';
import { arrive } from '../ahead/ahead';
import { explainMigrationError } from '../failures/explain-migration-error';
import { OutcomeUnknown } from '../failures/outcome-unknown';
import { type Running, rerunOf } from './running';
import { sendAhead } from './send-ahead';

/**
 * Runs a migration and its record in one transaction, without waiting for the server in between, and where migrations turn
 * out to be quick sends the ones behind it in the same trip: a thousand small migrations spend their time there.
 */
export async function runAhead(running: Running, statements: readonly string[]): Promise<void> {
  const { client, migration, direction, ahead, watch } = running;
  await running.confirmed;
  const sent = ahead.sent.get(migration) ?? (await sendAhead(running, statements));
  let phase: 'starting' | 'running' | 'committing' = 'starting';
  try {
    await sent.begun;
    ahead.prepared = 'yes';
    phase = 'running';
    for (const { sql, answer } of sent.statements) {
      watch.begin(sql);
      await ofStatement(sql, answer);
    }
    watch.end();
    phase = 'committing';
    await ofRecord(sent.committed);
    arrive(ahead, migration);
  } catch (error) {
    watch.end();
    await ahead.train?.atRest();
    ahead.train = undefined;
    await rollBack(client);
    ahead.sent.delete(migration);
    ahead.behind = 0;
    // How far that came is not known.
    if (phase === 'starting') ahead.prepared = 'forgotten';
    // What was sent behind it is not run; where the connection is lost, that is asked.
    if (!isConnectionLost(error)) ahead.sent.clear();
    const run = { migration, direction, rerun: rerunOf(direction) };
    if (mayBeDone(error, phase === 'committing')) throw new OutcomeUnknown(error, run);
    throw explainMigrationError(error, run, 'nothing');
  }
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
