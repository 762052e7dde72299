import type { Client } from 'pg';
import { withConnection } from '../connect/connect';
import { errorMessage } from '../errors/error-message';
import { describeMigration } from '../journal/describe-migration';
import { writeJournal } from '../journal/journal-table';
import { lockNotObtained } from './lock-not-obtained';
import type { RunQuery } from './migrations-table';
import { isLockNotObtained, type Retries, retryLocks } from './retry-locks';
import { runBySteps } from './run-by-steps';
import { runWhole } from './run-whole';
import type { OneOptions, Running } from './running';
import { watchStatements } from './watch-statements';
import { journalWriteOf } from './write-record-of';

/** Runs one migration on the database in use, and keeps the journal. */
export async function runOne(options: OneOptions): Promise<void> {
  const { queryRunner, migration, direction, patience, onEvent, lockQuery, isPooled, signal } = options;
  const client: Client & { readonly processID?: number } = await queryRunner.connect();
  const watch = watchStatements({
    pid: isPooled ? undefined : client.processID,
    ...{ query: lockQuery, migration, onEvent },
  });
  const retries: Retries = {
    retries: patience.lockRetries,
    firstDelayMs: Math.max(50, patience.statementLockTimeoutMs / 3),
    onRetry: (attempt, delayMs) =>
      onEvent({
        ...{ kind: 'retrying', migration, attempt, delayMs },
        ...{ retries: patience.lockRetries, blockers: watch.blockers() },
      }),
    signal,
  };
  const startedAtMs = Date.now();
  const write = { ...options, client, watch, retries, startedAtMs };
  onEvent({ kind: 'started', migration, direction });
  try {
    await (migration.instance.transaction === false
      ? runBySteps(write)
      : retryLocks(retries, () => runWhole(write)));
  } catch (error) {
    if (!signal?.aborted) await writeFailure(write, error);
    throw isLockNotObtained(error) ? lockNotObtained(write, error) : error;
  } finally {
    watch.stop();
  }
}

/** On a connection of its own: the one that failed may be gone. */
async function writeFailure(running: Running, error: unknown): Promise<void> {
  const { database, location, runner } = running;
  const described = await describeMigration(running.migration);
  const entry = { ...journalWriteOf(running, 'failed', described), error: errorMessage(error) };
  try {
    await withConnection(database.url, (client) => {
      const query: RunQuery = async (sql, parameters) => (await client.query(sql, parameters)).rows;
      return writeJournal(query, [entry], { location, runner, row: 'keep', clearSteps: false });
    });
  } catch (notWritten) {
    // The server is gone, or may not be written to: what failed says more than that it could not be written down.
    if (!(notWritten instanceof Error)) throw notWritten;
  }
}
