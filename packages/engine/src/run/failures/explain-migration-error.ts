import { errorCode } from '../../errors/error-code';
import { errorMessage } from '../../errors/error-message';
import { isReleased } from '../../errors/is-connection-lost';
import { type Explanation, RetortError } from '../../errors/retort-error';
import { failedStatement } from '../../errors/statement-error';
import type { Direction } from '../../history/direction';
import type { Migration } from '../../history/history';
import { notWritten } from '../../write/render-migration';
import { explainPsqlOnly } from './explain-psql-only';
import { hidePasswords } from './hide-passwords';
import { showPosition } from './show-position';

/** What was run, and failed. */
export interface FailedRun {
  readonly migration: Migration;
  readonly direction: Direction;
  /** What to type after the failure has been corrected. */
  readonly rerun: string;
}

/** What a failed migration leaves behind. */
export type Remains = 'nothing' | 'partNoTransaction' | 'partOwnCommit' | 'lost' | 'unknown';

/** A migration that failed, and what it left. */
export class MigrationFailure extends RetortError {
  constructor(
    explanation: Explanation,
    readonly remains: Remains,
  ) {
    super(explanation);
  }
}

/** Says which migration failed, at which statement, and what is left of it. */
export function explainMigrationError(error: unknown, run: FailedRun, remains: Remains): RetortError {
  return new MigrationFailure(explain(error, run, remains), remains);
}

function explain(error: unknown, run: FailedRun, remains: Remains): Explanation {
  const { migration, direction, rerun } = run;
  const message = messageOf(error);
  if (message === notWritten(direction).replace(/\.$/, '')) {
    return {
      what: `The ${direction} of ${migration.stem} is not written yet.`,
      at: migration.path,
      next: `Write its ${direction} in that file, then: ${rerun}`,
      cause: error,
    };
  }
  const ofPsql = explainPsqlOnly(error);
  if (ofPsql !== undefined) {
    return {
      what: `The ${direction} of ${migration.stem} failed: ${ofPsql.what}. ${describe(remains)}`,
      at: [migration.path, ...statementOf(error)].join('\n'),
      next: `${ofPsql.next}, then: ${rerun}`,
      cause: error,
    };
  }
  return {
    what: `The ${direction} of ${migration.stem} failed: ${message}${detailOf(error)}. ${describe(remains)}`,
    at: [migration.path, ...statementOf(error)].join('\n'),
    next: nextStep(error, run, remains),
    cause: error,
  };
}

function nextStep(error: unknown, { migration, direction, rerun }: FailedRun, remains: Remains): string {
  if (remains === 'lost') return `Run it again: ${rerun}`;
  if (remains === 'unknown') return 'See whether it is applied: retort status';
  if (isOfMoment(error)) return `Run it again: ${rerun}`;
  if (isOfServer(error)) return `See to that on the server, then: ${rerun}`;
  if (errorCode(error) === '3F000' && messageOf(error).startsWith('no schema has been selected')) {
    return `Name the schema that the search_path of the connection chooses in the data source and in retort.config.ts (schema: '…'), or make it in a migration before this one, then: ${rerun}`;
  }
  const correction =
    isOutsideOnly(error) && migration.instance.transaction !== false
      ? 'Let that migration say transaction = false, and hold nothing else'
      : `Correct its ${direction} in that file`;
  return `${correction}, then: ${rerun}`;
}

/** serialization_failure; admin_shutdown, crash_shutdown: the migration is not to blame. */
function isOfMoment(error: unknown): boolean {
  return ['40001', '57P01', '57P02'].includes(errorCode(error) ?? '');
}

/** Insufficient resources, such as a full disk; a system error. */
function isOfServer(error: unknown): boolean {
  return /^(?:53|58)/.test(errorCode(error) ?? '');
}

/** active_sql_transaction; invalid_transaction_termination: a procedure that commits. */
export function isOutsideOnly(error: unknown): boolean {
  const code = errorCode(error);
  return code === '25001' || code === '2D000';
}

function describe(remains: Remains): string {
  switch (remains) {
    case 'nothing':
      return 'Nothing of it stays: its transaction was rolled back.';
    case 'partNoTransaction':
      return 'It runs without a transaction: what ran before the failure stays, and the next run goes on there.';
    case 'partOwnCommit':
      return 'What it committed itself stays, and it is not recorded: take its COMMIT out, or let it say transaction = false.';
    case 'lost':
      return 'The connection was lost on the way, and nothing of it stays: the server rolled it back.';
    case 'unknown':
      return 'The connection was lost on the way, and the server cannot be asked: it is either wholly applied or not at all.';
  }
}

function messageOf(error: unknown): string {
  return isReleased(error) ? 'the connection was lost' : errorMessage(error);
}

interface PostgresError {
  readonly detail?: string;
  readonly hint?: string;
  readonly position?: string;
}

function detailOf(error: unknown): string {
  const { detail, hint }: PostgresError = failedStatement(error)?.driverError ?? {};
  return [detail, hint]
    .flatMap((line) => (line === undefined ? [] : [` (${line.replace(/\.$/, '')})`]))
    .join('');
}

function statementOf(error: unknown): readonly string[] {
  const failed = failedStatement(error);
  if (failed === undefined) return [];
  const { position }: PostgresError = failed.driverError;
  return showPosition(hidePasswords(failed.query), position === undefined ? undefined : Number(position));
}
