import type { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { rollBack } from '../../connect/roll-back';
import { queryOf, type RunQuery } from '../../connect/run-query';
import { errorCode } from '../../errors/error-code';
import { RetortError } from '../../errors/retort-error';
import type { Migration } from '../../history/history';
import type { InFlight, JournalEntry } from '../../journal/journal-entry';
import type { MigrationsTable } from '../../journal/migrations-location';
import { refusingProxy } from '../../journal/refusing-proxy';
import type { StatementRun } from '../../journal/statement-run';
import { addSteps, setInFlight } from '../../journal/write-journal';
import { isOutsideOnly } from '../failures/explain-migration-error';
import { hidePasswords } from '../failures/hide-passwords';
import { interceptQueries } from '../session/intercept-queries';
import { isSessionSetting, ownIdentityMeanwhile } from '../session/own-session';
import { type Retries, retryLocks } from '../session/retry-locks';
import { renderLimits, type SessionLimits } from '../session/session-limits';
import type { OnEvent } from '../watch/run-events';
import type { StatementWatch } from '../watch/statement-watch';
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
  const steps = new Steps(options);
  const stop = interceptQueries(options.queryRunner, (statement, run) => steps.step(statement, run));
  return { statements: steps.statements, stop };
}

type Run = () => Promise<unknown>;

class Steps {
  readonly statements: StatementRun[] = [];
  private readonly query: RunQuery;
  /** Those of a transaction that the migration began itself: written down with its COMMIT. */
  private ownTransaction: readonly StatementRun[] = [];
  private inFlight: InFlight | undefined;

  constructor(private readonly options: StepOptions) {
    this.query = queryOf(options.client);
    this.inFlight = options.earlier?.entry.inFlight;
  }

  async step(statement: StatementRun, run: Run): Promise<unknown> {
    const { migration, client, earlier, retries, watch } = this.options;
    const done = earlier?.steps[this.statements.length];
    this.statements.push(statement);
    if (done !== undefined) {
      refuseOther(migration, this.statements.length, done, statement);
      if (isSessionSetting(statement.sql)) await this.query(statement.sql, [...(statement.parameters ?? [])]);
      return resultOfEarlierRun(migration, this.statements.length);
    }
    watch.begin(statement.sql);
    try {
      return client.getTransactionStatus() !== 'I' || beginsTransaction(statement.sql)
        ? await this.stepOfOwnTransaction(statement, run)
        : await retryLocks(retries, () => this.stepAlone(statement, run));
    } finally {
      watch.end();
    }
  }

  private async stepOfOwnTransaction(statement: StatementRun, run: Run): Promise<unknown> {
    const { client } = this.options;
    this.ownTransaction = [...this.ownTransaction, statement];
    if (endsTransaction(statement.sql) && client.getTransactionStatus() === 'T') {
      await this.query(ownIdentityMeanwhile);
      await this.addSteps(this.ownTransaction);
      this.ownTransaction = [];
    }
    const result = await run();
    if (this.ownTransaction.length > 0 && client.getTransactionStatus() === 'I') {
      await this.writeAlone(() => this.addSteps(this.ownTransaction));
      this.ownTransaction = [];
    }
    return result;
  }

  private async stepAlone(statement: StatementRun, run: Run): Promise<unknown> {
    await this.query(`BEGIN; ${renderLimits(this.options.limits, 'transaction')}`);
    try {
      const result = await run();
      await this.query(ownIdentityMeanwhile);
      await this.addSteps([statement]);
      await this.query('COMMIT');
      return result;
    } catch (error) {
      await rollBack(this.options.client);
      if (!isOutsideOnly(error)) throw error;
    }
    return this.stepOutside(statement, run);
  }

  private async stepOutside(statement: StatementRun, run: Run): Promise<unknown> {
    const { location, migration, limits, earlier, onEvent } = this.options;
    const wasInFlight = this.inFlight?.sql === statement.sql;
    if (this.inFlight !== undefined) {
      for (const index of await dropLeftIndexes(this.query, this.inFlight))
        onEvent({ kind: 'droppedInvalidIndex', index });
    }
    await this.writeAlone(() => setInFlight(this.query, location, migration.recordedName, statement));
    this.inFlight = { ...statement, invalidBefore: await readInvalid(this.query) };
    // It waits for every older transaction, and nobody has to wait behind it: giving up would only build it in vain.
    const waits = /\bCONCURRENTLY\b/i.test(statement.sql);
    await this.query(renderLimits(waits ? { ...limits, statementLockTimeoutMs: 0 } : limits, 'session'));
    let result: unknown;
    try {
      result = await run();
    } catch (error) {
      const crashed = earlier?.entry.state === 'running';
      if (!(wasInFlight && crashed && wasDone(statement, error))) throw error;
    }
    await this.writeAlone(() => this.addSteps([statement]));
    this.inFlight = undefined;
    return result;
  }

  private addSteps(statements: readonly StatementRun[]): Promise<void> {
    const { location, migration } = this.options;
    return addSteps(this.query, location, migration.recordedName, statements);
  }

  private async writeAlone(write: () => Promise<void>): Promise<void> {
    await this.query(`BEGIN; ${ownIdentityMeanwhile}`);
    await write();
    await this.query('COMMIT');
  }
}

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
