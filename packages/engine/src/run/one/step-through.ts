import type { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { rollBack } from '../../connect/roll-back';
import { queryOf, type RunQuery } from '../../connect/run-query';
import { errorCode } from '../../errors/error-code';
import { RetortError } from '../../errors/retort-error';
import type { Migration } from '../../history/history';
import type { JournalEntry } from '../../journal/journal-entry';
import { addSteps, setInFlight } from '../../journal/journal-table';
import type { MigrationsTable } from '../../journal/migrations-location';
import { refusingProxy } from '../../journal/refusing-proxy';
import { type StatementRun, statementRun } from '../../journal/statement-run';
import { isOutsideOnly } from '../failures/explain-migration-error';
import { hidePasswords } from '../failures/hide-passwords';
import { isSessionSetting, ownIdentityMeanwhile } from '../session/own-session';
import { type Retries, retryLocks } from '../session/retry-locks';
import { renderLimits, type SessionLimits } from '../session/session-limits';
import type { OnEvent } from '../watch/run-events';
import type { StatementWatch } from '../watch/watch-statements';
import { dropLeftIndexes } from './drop-left-indexes';

export interface StepOptions {
  readonly queryRunner: QueryRunner;
  readonly client: Client;
  readonly location: MigrationsTable;
  readonly migration: Migration;
  /** What an earlier run, that did not come to the end, had done. */
  readonly earlier: { readonly steps: readonly StatementRun[]; readonly entry: JournalEntry } | undefined;
  readonly limits: SessionLimits;
  readonly retries: Retries;
  readonly watch: StatementWatch;
  readonly onEvent: OnEvent;
}

export interface Stepping {
  /** What ran: in earlier runs and in this one. */
  readonly statements: readonly StatementRun[];
  stop(): void;
}

/**
 * Lets a migration without a transaction run statement by statement: each in a transaction of its own together with its
 * line in the journal, or, where Postgres runs it in none (CREATE INDEX CONCURRENTLY), between two lines. What an
 * earlier run did is not done again.
 */
export function stepThrough(options: StepOptions): Stepping {
  const { queryRunner, client, location, migration, earlier, watch } = options;
  const name = migration.recordedName;
  const runNow = queryRunner.query.bind(queryRunner) as RunStatement;
  const direct = queryOf(client);
  const statements: StatementRun[] = [];
  /** Those of a transaction that the migration began itself: written down with its COMMIT. */
  let ownTransaction: StatementRun[] = [];
  let inFlight = earlier?.entry.inFlight;
  const crashed = earlier?.entry.state === 'running';

  const step: RunStatement = async (sql, parameters, structured) => {
    const statement = statementRun(sql, parameters);
    const done = earlier?.steps[statements.length];
    statements.push(statement);
    if (done !== undefined) {
      refuseOther(migration, statements.length, done, statement);
      if (isSessionSetting(sql)) await client.query(sql, parameters);
      return resultOfEarlierRun(migration, statements.length);
    }
    watch.begin(sql);
    try {
      if (client.getTransactionStatus() !== 'I' || beginsTransaction(sql)) {
        return await stepOfOwnTransaction(statement, () => runNow(sql, parameters, structured));
      }
      return await retryLocks(options.retries, () =>
        stepAlone(statement, () => runNow(sql, parameters, structured)),
      );
    } finally {
      watch.end();
    }
  };

  const writeAlone = async (write: () => Promise<void>) => {
    await client.query(`BEGIN; ${ownIdentityMeanwhile}`);
    await write();
    await client.query('COMMIT');
  };

  const stepOfOwnTransaction = async (statement: StatementRun, run: () => Promise<unknown>) => {
    ownTransaction.push(statement);
    if (endsTransaction(statement.sql) && client.getTransactionStatus() === 'T') {
      await client.query(ownIdentityMeanwhile);
      await addSteps(direct, location, name, ownTransaction);
      ownTransaction = [];
    }
    const result = await run();
    if (ownTransaction.length > 0 && client.getTransactionStatus() === 'I') {
      await writeAlone(() => addSteps(direct, location, name, ownTransaction));
      ownTransaction = [];
    }
    return result;
  };

  const stepAlone = async (statement: StatementRun, run: () => Promise<unknown>) => {
    await client.query(`BEGIN; ${renderLimits(options.limits, 'transaction')}`);
    try {
      const result = await run();
      await client.query(ownIdentityMeanwhile);
      await addSteps(direct, location, name, [statement]);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await rollBack(client);
      if (!isOutsideOnly(error)) throw error;
    }
    return stepOutside(statement, run);
  };

  const stepOutside = async (statement: StatementRun, run: () => Promise<unknown>) => {
    const isSame = inFlight?.sql === statement.sql;
    if (inFlight !== undefined) {
      for (const index of await dropLeftIndexes(direct, inFlight))
        options.onEvent({ kind: 'droppedInvalidIndex', index });
    }
    await writeAlone(() => setInFlight(direct, location, name, statement));
    inFlight = { ...statement, invalidBefore: await readInvalid(direct) };
    // It waits for every older transaction, and nobody has to wait behind it: giving up would only build it in vain.
    const waits = /\bCONCURRENTLY\b/i.test(statement.sql);
    await client.query(
      renderLimits(waits ? { ...options.limits, statementLockTimeoutMs: 0 } : options.limits, 'session'),
    );
    let result: unknown;
    try {
      result = await run();
    } catch (error) {
      if (!(isSame && crashed && wasDone(statement, error))) throw error;
    }
    await writeAlone(() => addSteps(direct, location, name, [statement]));
    inFlight = undefined;
    return result;
  };

  queryRunner.query = step as QueryRunner['query'];
  return {
    statements,
    stop: () => {
      queryRunner.query = runNow as QueryRunner['query'];
    },
  };
}

type RunStatement = (
  sql: string,
  // biome-ignore lint/suspicious/noExplicitAny: as TypeORM declares it
  parameters?: any[],
  structured?: boolean,
) => Promise<unknown>;

async function readInvalid(query: RunQuery): Promise<readonly string[]> {
  const rows = await query('SELECT indexrelid::text AS id FROM pg_catalog.pg_index WHERE NOT indisvalid');
  return rows.map(({ id }) => String(id));
}

function beginsTransaction(sql: string): boolean {
  return /^\s*(BEGIN|START\s+TRANSACTION)\b/i.test(sql);
}

function endsTransaction(sql: string): boolean {
  return /^\s*(COMMIT|END)\b/i.test(sql);
}

/** It was done, and only its line in the journal is missing: the crash came between the two. */
function wasDone({ sql }: StatementRun, error: unknown): boolean {
  const code = errorCode(error);
  if (/^\s*CREATE\b/i.test(sql)) return code === '42P07' || code === '42710' || code === '42P04';
  if (/^\s*DROP\b/i.test(sql)) return code === '42704' || code === '42P01' || code === '3D000';
  return /\bDETACH\s+PARTITION\b/i.test(sql) && code === '42P01';
}

function refuseOther(migration: Migration, number: number, done: StatementRun, now: StatementRun): void {
  if (done.sql === now.sql && JSON.stringify(done.parameters) === JSON.stringify(now.parameters)) return;
  throw new RetortError({
    what: `Statement ${number} of ${migration.stem} ran in an earlier run that did not come to its end, and its file says another one now.`,
    at: `${migration.path}\n- ${hidePasswords(done.sql)}\n+ ${hidePasswords(now.sql)}`,
    next: 'Let the file say again what ran; correct only what comes after it.',
    kind: 'conflict',
  });
}

/** What a statement of an earlier run returned is not known any more: a migration that uses it cannot be resumed. */
function resultOfEarlierRun(migration: Migration, number: number): unknown {
  return refusingProxy(
    {},
    () =>
      new RetortError({
        what: `${migration.stem} cannot be resumed: it uses what its statement ${number} returned, and that ran in an earlier run.`,
        at: migration.path,
        next: 'Do the rest by hand, then write down that it is applied: retort stamp',
        kind: 'conflict',
      }),
  );
}
