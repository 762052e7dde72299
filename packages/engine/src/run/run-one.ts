import type { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { withConnection } from '../connect/connect';
import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';
import { RetortError } from '../errors/retort-error';
import { failedStatement } from '../errors/statement-error';
import type { Migration } from '../history/history';
import { type Description, describeMigration } from '../journal/describe-migration';
import type { JournalEntry } from '../journal/journal-entry';
import { type JournalWrite, readJournalSql, writeJournal } from '../journal/journal-table';
import type { Runner } from '../journal/read-runner';
import { type StatementRun, statementRun } from '../journal/statement-run';
import { writeRecord } from '../journal/write-record';
import type { Database } from './database';
import type { MigrationsTable, RunQuery } from './migrations-table';
import { ownIdentity } from './own-session';
import { isLockNotObtained, type Patience, type Retries, retryLocks, setTimeouts } from './retry-locks';
import { runAhead, statementsToSend } from './run-ahead';
import { describeBlocker, type OnEvent } from './run-events';
import { type Direction, runMigration } from './run-migration';
import { stepThrough } from './step-through';
import { type StatementWatch, watchStatements } from './watch-statements';

export interface OneOptions {
  readonly database: Database;
  readonly queryRunner: QueryRunner;
  readonly location: MigrationsTable;
  readonly direction: Direction;
  readonly migration: Migration;
  readonly entry: JournalEntry | undefined;
  readonly runner: Runner;
  readonly patience: Required<Patience>;
  /** To look at what it waits for. */
  readonly lockQuery: RunQuery;
  readonly isPooled: boolean;
  /** Settles when it is known that the lock is still held. */
  readonly confirmed: Promise<void>;
  readonly onEvent: OnEvent;
  /** Whether the record is prepared on the connection. A migration may have had that forgotten. */
  readonly prepared: { state: 'no' | 'yes' | 'forgotten' };
  /** Called while the server commits. */
  readonly meanwhile: () => void;
  readonly signal: AbortSignal | undefined;
}

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
      : retryLocks(retries, () => runPrepared(write)));
  } catch (error) {
    if (!signal?.aborted) await writeFailure(write, error);
    throw isLockNotObtained(error) ? lockNotObtained(write, error) : error;
  } finally {
    watch.stop();
  }
}

export interface Running extends OneOptions {
  readonly client: Client;
  readonly watch: StatementWatch;
  readonly retries: Retries;
  readonly startedAtMs: number;
}

export function rerunOf(direction: Direction): string {
  return direction === 'up' ? 'make db-migrate' : 'make db-downgrade';
}

/** Once more without prepared statements, where the migration itself (DISCARD ALL, DEALLOCATE) had them forgotten. */
async function runPrepared(running: Running): Promise<void> {
  try {
    await runWhole(running);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    // invalid_sql_statement_name, of a statement that is not the migration's
    const isForgotten = errorCode(cause) === '26000' && failedStatement(cause) === undefined;
    if (!isForgotten || running.prepared.state === 'forgotten') throw error;
    running.prepared.state = 'forgotten';
    await runWhole(running);
  }
}

/** In one transaction. */
async function runWhole(running: Running): Promise<void> {
  const { queryRunner, migration, direction, patience, watch, meanwhile } = running;
  const known = statementsToSend(running);
  if (known !== undefined) return runAhead(running, known);
  const statements: StatementRun[] = [];
  const runNow = queryRunner.query;
  const stopRecording = () => {
    queryRunner.query = runNow;
  };
  try {
    await runMigration(queryRunner, {
      ...{ migration, direction, meanwhile },
      rerun: rerunOf(direction),
      settings: setTimeouts(patience, true),
      onBackend: running.isPooled ? watch.onBackend : undefined,
      begin: async () => {
        await running.confirmed;
        queryRunner.query = (async (sql: string, parameters?: unknown[], structured?: boolean) => {
          statements.push(statementRun(sql, parameters));
          watch.begin(sql);
          try {
            return await (runNow as (...given: unknown[]) => Promise<unknown>).call(
              queryRunner,
              ...[sql, parameters, structured],
            );
          } finally {
            watch.end();
          }
        }) as QueryRunner['query'];
      },
      record: async () => {
        stopRecording();
        const described = await describeMigration(migration);
        return () => record(running, described, statements);
      },
    });
  } finally {
    stopRecording();
  }
}

/** Statement by statement, each written down: what a crash interrupts is resumed where it stopped. */
async function runBySteps(running: Running): Promise<void> {
  const { queryRunner, client, migration, direction, entry, location, onEvent, isPooled } = running;
  if (isPooled) throw noSteps(migration);
  await running.confirmed;
  const query = queryOf(client);
  const isResumed =
    entry !== undefined &&
    entry.direction === direction &&
    (entry.state === 'running' || entry.state === 'failed') &&
    (entry.stepsDone > 0 || entry.inFlight !== undefined);
  const steps = isResumed
    ? ((await readJournalSql(query, location, [migration.recordedName])).get(migration.recordedName)?.steps ??
      [])
    : [];
  if (isResumed) onEvent({ kind: 'resumed', migration, direction, stepsDone: entry.stepsDone });
  let stepping: ReturnType<typeof stepThrough> | undefined;
  try {
    await runMigration(queryRunner, {
      ...{ migration, direction, rerun: rerunOf(direction) },
      begin: async () => {
        await writeJournal(query, [entryOf(running, 'running', await describeMigration(migration))], {
          ...{ location, runner: running.runner, row: 'keep', clearSteps: !isResumed },
        });
        stepping = stepThrough({ ...running, earlier: isResumed ? { steps, entry } : undefined });
      },
      record: async () => {
        stepping?.stop();
        const described = await describeMigration(migration);
        return () => record(running, described, stepping?.statements ?? []);
      },
    });
  } finally {
    stepping?.stop();
  }
}

async function record(
  running: Running,
  described: Description,
  statements: readonly StatementRun[],
): Promise<void> {
  const { direction, location, runner, client } = running;
  const isUp = direction === 'up';
  const entry = entryOf(running, isUp ? 'applied' : 'undone', described);
  const own = client.query(ownIdentity);
  // It fails with the record, which says why.
  own.catch(() => undefined);
  if (!client.pipeline) await own;
  await writeRecord(client, location, runner, {
    ...entry,
    ...(isUp ? { up: statements } : { down: statements }),
  });
}

function entryOf(
  { direction, startedAtMs }: Running,
  state: JournalWrite['state'],
  described: Description,
): JournalWrite {
  return {
    ...described,
    state,
    direction,
    startedAtMs,
    durationMs: Date.now() - startedAtMs,
  };
}

/** On a connection of its own: the one that failed may be gone. */
async function writeFailure(running: Running, error: unknown): Promise<void> {
  const { database, location, runner } = running;
  const described = await describeMigration(running.migration);
  const entry = { ...entryOf(running, 'failed', described), error: errorMessage(error) };
  try {
    await withConnection(database.url, (client) =>
      writeJournal(queryOf(client), [entry], { location, runner, row: 'keep', clearSteps: false }),
    );
  } catch (notWritten) {
    // The server is gone, or may not be written to: what failed says more than that it could not be written down.
    if (!(notWritten instanceof Error)) throw notWritten;
  }
}

function queryOf(client: Client): RunQuery {
  return async (sql, parameters) => (await client.query(sql, parameters)).rows;
}

function lockNotObtained({ migration, direction, patience, watch }: Running, error: unknown): RetortError {
  const blockers = watch.blockers();
  return new RetortError({
    what: `The ${direction} of ${migration.stem} did not get a lock within ${patience.statementLockTimeoutMs / 1000} s${patience.lockRetries === 0 ? '' : `, ${patience.lockRetries + 1} times`}. ${
      blockers.length === 0
        ? 'Who held it is not known.'
        : `It was held by ${blockers.map(describeBlocker).join('; ')}`
    }`,
    at: error instanceof RetortError ? error.at : migration.path,
    next:
      blockers.length === 0
        ? `Run it again when less is going on: ${rerunOf(direction)}`
        : `Let that session end, or end it: SELECT ${blockers.map(({ pid }) => `pg_terminate_backend(${pid})`).join(', ')}; then: ${rerunOf(direction)}`,
    kind: 'locked',
    cause: error,
  });
}

function noSteps(migration: Migration): RetortError {
  return new RetortError({
    what: `${migration.stem} runs without a transaction, and the connection goes through a pooler: between two statements a pooler may change the session, so that neither its timeouts nor its steps could be relied on.`,
    at: migration.path,
    next: 'Set POSTGRES_URL to the server itself instead of the pooler.',
    kind: 'refused',
  });
}
