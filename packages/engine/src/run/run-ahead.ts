import type { Client } from 'pg';
import { errorCode } from '../errors/error-code';
import { StatementError } from '../errors/statement-error';
import type { Migration } from '../history/history';
import { explainMigrationError } from './explain-migration-error';
import {
  type Direction,
  isConnectionLost,
  type MigrationRun,
  rollBack,
  type SendRecord,
} from './run-migration';
import { sendTogether } from './send-together';
import type { StatementWatch } from './watch-statements';

export interface AheadRun extends Pick<MigrationRun, 'migration' | 'direction' | 'rerun' | 'meanwhile'> {
  readonly statements: readonly string[];
  /** SQL that is run where the transaction begins, with it. */
  readonly settings: string;
  readonly send: SendRecord;
  readonly watch: StatementWatch;
}

/**
 * The statements of a migration that can be sent together with their transaction, without waiting for the answer to each:
 * they are known beforehand, and none of them ends the transaction, so that after a failure Postgres does nothing of the rest.
 */
export function statementsToSend(
  client: Client,
  { plain, instance }: Migration,
  direction: Direction,
): readonly string[] | undefined {
  if (!client.pipeline || plain === undefined || instance.transaction === false) return undefined;
  return plain[direction].some((sql) => mayEndTransaction.test(sql)) ? undefined : plain[direction];
}

const mayEndTransaction = /\b(?:commit|rollback|abort|end|prepare)\b/i;

/** Runs a migration and its record in one transaction, in one trip to the server and back. */
export async function runAhead(client: Client, run: AheadRun): Promise<void> {
  const { statements, settings, send, watch, meanwhile } = run;
  sendTogether(client);
  const started = client.query(`RESET ALL; START TRANSACTION; ${settings}`);
  const sent = statements.map((sql) => ({ sql, answer: client.query(sql) }));
  const recorded = send();
  const committed = client.query('COMMIT');
  const answers: readonly Promise<unknown>[] = [
    started,
    ...sent.map(({ answer }) => answer),
    recorded,
    committed,
  ];
  // Each is looked at below, and until then must not count as unhandled.
  for (const answer of answers) answer.catch(() => undefined);
  meanwhile?.();
  let hasRun = false;
  try {
    await started;
    for (const { sql, answer } of sent) {
      watch.begin(sql);
      await ofStatement(sql, answer);
    }
    watch.end();
    hasRun = true;
    await Promise.all([ofStatement('COMMIT', committed), recorded]);
  } catch (error) {
    watch.end();
    await Promise.allSettled(answers);
    await rollBack(client);
    const isUnknown = isConnectionLost(error) && (hasRun || !wasEndedByServer(error));
    throw explainMigrationError(error, run, !isUnknown ? 'nothing' : hasRun ? 'unknown' : 'unknownAhead');
  }
}

async function ofStatement(sql: string, answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch (error) {
    throw error instanceof Error ? new StatementError(sql, error) : error;
  }
}

/** It said so in the place of the statement's answer: what was sent after that was not run. */
function wasEndedByServer(error: unknown): boolean {
  return errorCode(error)?.startsWith('57P') === true;
}
