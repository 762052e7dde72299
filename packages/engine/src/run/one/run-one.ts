import type { Client } from 'pg';
import { abandonConnection } from '../../connect/abandon-connection';
import { withConnection } from '../../connect/connect';
import type { RunQuery } from '../../connect/run-query';
import { errorMessage } from '../../errors/error-message';
import type { RetortError } from '../../errors/retort-error';
import { describeMigration } from '../../journal/describe-migration';
import { writeJournal } from '../../journal/write-journal';
import { OutcomeUnknown } from '../failures/outcome-unknown';
import { isLockNotObtained, type Retries, retryLocks } from '../session/retry-locks';
import { StatementWatch } from '../watch/statement-watch';
import { findOutcome } from './find-outcome';
import { lockNotObtained } from './lock-not-obtained';
import { runBySteps } from './run-by-steps';
import { runWhole } from './run-whole';
import type { OneOptions, Running } from './running';
import { journalWriteOf } from './write-record-of';

/** A migration is done. */
export type Ran =
  | { readonly connection: 'kept' }
  /** And so are as many of those that were sent behind it. */
  | { readonly connection: 'lost'; readonly doneBehind: number };

/** Runs one migration on the database in use, and keeps the journal. */
export async function runOne(options: OneOptions): Promise<Ran> {
  const { queryRunner, migration, direction, limits, onEvent, notices, lock, signal } = options;
  const client: Client & { readonly processID?: number } = await queryRunner.connect();
  const watch = new StatementWatch({
    pid: lock.isPooled ? undefined : client.processID,
    query: lock.query,
    migration,
    onEvent,
    onSilence: () => abandonConnection(client),
  });
  const retries: Retries = {
    retries: limits.lockRetries,
    firstDelayMs: Math.max(50, limits.statementLockTimeoutMs / 3),
    onRetry: (attempt, delayMs, because) =>
      onEvent({
        kind: 'retrying',
        migration,
        because,
        attempt,
        delayMs,
        retries: limits.lockRetries,
        blockers: watch.blockers(),
      }),
    signal,
  };
  const started = { startedAtMs: Date.now(), startedTickMs: performance.now() };
  const write = { ...options, client, watch, retries, ...started };
  notices.listenTo(client);
  onEvent({ kind: 'started', migration, direction });
  notices.begin(migration);
  try {
    await (migration.instance.transaction === false
      ? runBySteps(write)
      : retryLocks(retries, () => runWhole(write)));
    return { connection: 'kept' };
  } catch (error) {
    // Where the lock is lost it was not begun.
    if (signal?.aborted || !(await isConfirmed(options))) throw error;
    const outcome = error instanceof OutcomeUnknown ? await lookAfter(write, error) : { failure: error };
    if ('connection' in outcome) return outcome;
    const { failure } = outcome;
    await writeFailure(write, failure);
    throw isLockNotObtained(failure) ? lockNotObtained(write, failure) : failure;
  } finally {
    notices.end(migration);
    watch.stop();
  }
}

function isConfirmed({ confirmed }: OneOptions): Promise<boolean> {
  return confirmed.then(
    () => true,
    () => false,
  );
}

async function lookAfter(running: Running, error: OutcomeUnknown): Promise<Ran | { failure: RetortError }> {
  const { migration, onEvent, ahead } = running;
  onEvent({ kind: 'connectionLost', migration });
  const outcome = await findOutcome({ ...running, behind: [...ahead.sent.keys()] });
  switch (outcome.kind) {
    case 'done':
      return { connection: 'lost', doneBehind: outcome.behind };
    case 'notDone':
      return {
        failure: error.explain(migration.instance.transaction === false ? 'partNoTransaction' : 'lost'),
      };
    case 'notKnown':
      return { failure: error.explain('unknown') };
  }
}

/** A server may wait for ever for a standby before it has committed. */
const writeTimeoutMs = 10_000;

/** On a connection of its own: the one that failed may be gone. */
async function writeFailure(running: Running, error: unknown): Promise<void> {
  const { database, location, runner } = running;
  const described = await describeMigration(running.migration);
  const entry = { ...journalWriteOf(running, 'failed', described), error: errorMessage(error) };
  try {
    await withConnection(database.url, (client) => {
      const query: RunQuery = async (text, values = []) => {
        const question = { text, values, query_timeout: writeTimeoutMs };
        return (await client.query(question)).rows;
      };
      return writeJournal(query, [entry], { location, runner, row: 'keep', clearSteps: false });
    });
  } catch {
    // The server is gone, or may not be written to: what failed says more than that it could not be written down.
  }
}
