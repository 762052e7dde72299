import { errorCode } from '../../errors/error-code';
import { failedStatement } from '../../errors/statement-error';
import { describeMigration } from '../../journal/describe-migration';
import type { StatementRun } from '../../journal/statement-run';
import { splitStatements } from '../../sql/split-statements';
import { interceptQueries } from '../session/intercept-queries';
import { nameWorker } from '../session/own-session';
import { renderLimits } from '../session/session-limits';
import { runAhead } from './run-ahead';
import { runMigration } from './run-migration';
import { type Running, rerunOf } from './running';
import { statementsToSend } from './send-ahead';
import { writeRecordOf } from './write-record-of';

/**
 * Runs a migration in one transaction. Once more without prepared statements, where the migration itself (DISCARD ALL,
 * DEALLOCATE) had them forgotten.
 */
export async function runWhole(running: Running): Promise<void> {
  try {
    await runOnce(running);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    // invalid_sql_statement_name, of a statement that is not the migration's
    const isForgotten = errorCode(cause) === '26000' && failedStatement(cause) === undefined;
    if (!isForgotten || running.ahead.prepared === 'forgotten') throw error;
    running.ahead.prepared = 'forgotten';
    await runOnce(running);
  }
}

function endsTransaction(sql: string): boolean {
  const statements = splitStatements(sql);
  // So ends the body of a function too.
  const hasBody = statements.some((statement) => /\bBEGIN ATOMIC\b/i.test(statement));
  return statements.some((statement) => ending.test(statement) || (!hasBody && /^END\b/i.test(statement)));
}

const ending = /^(?:COMMIT|ABORT|ROLLBACK(?! (?:WORK |TRANSACTION )?TO\b)|PREPARE TRANSACTION)\b/i;

async function runOnce(running: Running): Promise<void> {
  const { queryRunner, migration, direction, limits, lock, watch } = running;
  const known = statementsToSend(running, migration);
  if (known !== undefined) return runAhead(running, known);
  const statements: StatementRun[] = [];
  let stopRecording = (): void => undefined;
  try {
    await runMigration(queryRunner, {
      migration,
      direction,
      rerun: rerunOf(direction),
      settings: [renderLimits(limits, 'transaction'), ...(lock.isPooled ? [nameWorker(direction)] : [])].join(
        '; ',
      ),
      onBackend: lock.isPooled ? (pid) => watch.onBackend(pid) : undefined,
      hasEnded: () => statements.some(({ sql }) => endsTransaction(sql)),
      begin: async () => {
        await running.confirmed;
        stopRecording = interceptQueries(queryRunner, async (statement, run) => {
          statements.push(statement);
          watch.begin(statement.sql);
          try {
            return await run();
          } finally {
            watch.end();
          }
        });
      },
      record: async () => {
        stopRecording();
        const described = await describeMigration(migration);
        return () => writeRecordOf(running, described, statements);
      },
    });
  } finally {
    stopRecording();
  }
}
