import type { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { rollBack } from '../../connect/roll-back';
import { isConnectionLost } from '../../errors/is-connection-lost';
import { RetortError } from '../../errors/retort-error';
import { StatementError } from '../../errors/statement-error';
import { explainMigrationError, type Remains } from '../failures/explain-migration-error';
import { OutcomeUnknown } from '../failures/outcome-unknown';
import { ownIdentity, resetSession, startAfresh } from '../session/own-session';
import { sendTogether } from '../session/send-together';
import type { MigrationRun, SendRecord } from './migration-run';

/**
 * Runs one direction of one migration and then `record`, in one transaction (or without one, where the migration says
 * `transaction = false`, as TypeORM's executor does).
 */
export async function runMigration(queryRunner: QueryRunner, run: MigrationRun): Promise<void> {
  const { migration, direction, settings = '', onBackend, begin, record } = run;
  const inTransaction = migration.instance.transaction !== false;
  let phase: Phase = 'starting';
  const client: Client = await queryRunner.connect();
  // Together: a thousand small migrations spend their time on the way to the server and back.
  sendTogether(client);
  const started = client
    .query(
      [
        ownIdentity,
        inTransaction ? startAfresh : resetSession,
        ...(settings === '' ? [] : [settings]),
        ...(onBackend === undefined ? [] : ['SELECT pg_catalog.pg_backend_pid() AS pid']),
      ].join('; '),
    )
    .then((answers: unknown) => {
      const last: unknown = Array.isArray(answers) ? answers.at(-1)?.rows[0]?.pid : undefined;
      if (typeof last === 'number') onBackend?.(last);
    });
  // It is looked at below, and until then must not count as unhandled.
  started.catch(() => undefined);
  try {
    // Behind a pooler a statement is cancelled, and what was sent behind it is run: outside of what has not begun.
    if (!client.pipeline || onBackend !== undefined) await started;
    if (inTransaction) countTransactions(queryRunner, 1);
    phase = 'running';
    await begin?.();
    await migration.instance[direction](queryRunner);
    await started;
    refuseOtherTransaction(client, inTransaction);
    const send = await record?.();
    if (inTransaction) {
      phase = 'committing';
      await recordAndCommit(client, send);
      countTransactions(queryRunner, 0);
    } else await send?.();
  } catch (error) {
    const remains = whatRemains({ phase, inTransaction, client, hasEnded: run.hasEnded?.() ?? false });
    await rollBack(client);
    countTransactions(queryRunner, 0);
    if (error instanceof RetortError) throw error;
    if (isConnectionLost(error) && (phase === 'committing' || !inTransaction))
      throw new OutcomeUnknown(error, run);
    throw explainMigrationError(error, run, remains);
  }
}

/** Together where the connection sends ahead: when the record fails, Postgres makes a rollback of the commit. */
async function recordAndCommit(client: Client, send: SendRecord = () => Promise.resolve()): Promise<void> {
  sendTogether(client);
  const recorded = send();
  if (!client.pipeline) await recorded;
  const committed = client.query('COMMIT');
  const [ofRecord, ofCommit] = await Promise.allSettled([recorded, committed]);
  if (ofRecord.status === 'rejected' && !isConnectionLost(ofRecord.reason)) throw ofRecord.reason;
  if (ofCommit.status === 'rejected') throw new StatementError('COMMIT', ofCommit.reason);
}

type Phase = 'starting' | 'running' | 'committing';

function refuseOtherTransaction(client: Client, inTransaction: boolean): void {
  const status = client.getTransactionStatus();
  if (inTransaction && status === 'I') {
    throw new Error('it ended the transaction that it ran in, with a COMMIT or a ROLLBACK of its own');
  }
  if (!inTransaction && status !== 'I') {
    throw new Error('it began a transaction of its own and did not end it');
  }
}

interface Failure {
  readonly phase: Phase;
  readonly inTransaction: boolean;
  readonly client: Client;
  readonly hasEnded: boolean;
}

function whatRemains({ phase, inTransaction, client, hasEnded }: Failure): Remains {
  switch (phase) {
    case 'starting':
      return 'nothing';
    case 'running':
      if (!inTransaction) return 'partNoTransaction';
      return hasEnded || client.getTransactionStatus() === 'I' ? 'partOwnCommit' : 'nothing';
    case 'committing':
      return hasEnded ? 'partOwnCommit' : 'nothing';
  }
}

/** Begun and rolled back on the connection itself: TypeORM, which counts what it begins, would nest the next one wrongly. */
function countTransactions(queryRunner: QueryRunner, transactionDepth: 0 | 1): void {
  Object.assign(queryRunner, { isTransactionActive: transactionDepth > 0, transactionDepth });
}
