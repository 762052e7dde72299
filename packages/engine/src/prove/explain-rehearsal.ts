import type { Answers } from '../answers/answers';
import { faultyExpressions } from '../answers/faulty-expressions';
import type { StatementRefused } from '../connect/run-statements';
import { isDatabaseError } from '../errors/is-database-error';
import { isOfRows } from '../errors/is-of-rows';
import type { Statement } from '../operations/statement';
import type { Refusal } from '../plan/plan';

/** What to write where the database in use does not take a plan that holds on what the history made. */
export function explainRehearsal(
  { statement, message, cause }: StatementRefused,
  {
    answers,
    steps,
  }: { readonly answers: Answers; readonly steps: (statement: Statement) => string | undefined },
): Refusal {
  const said = `${statement.comment}: ${message}${detailOf(cause)}`;
  return isOfRows(cause)
    ? {
        what: `The rows of the database in use do not allow it: ${said}`,
        next:
          steps(statement) ??
          `${correction(statement.sql, cause, answers)} a migration that puts the rows right first: make db-prepare MSG="…" MANUAL=1\n${statement.sql}`,
        consent: null,
      }
    : {
        what: `The database in use does not take it, though what the history made does: ${said}`,
        next: `Something is there that no migration made: remove it, or write a migration that takes it as it is: make db-prepare MSG="…" MANUAL=1\n${statement.sql}`,
        consent: null,
      };
}

/** An expression that was given may fail for a row, or leave it without a value. */
function correction(sql: string, cause: unknown, answers: Answers): string {
  const column = isDatabaseError(cause) ? [cause.table, cause.column].join('.') : '';
  const faulty = faultyExpressions(sql, cause, answers);
  const given =
    faulty.length > 0
      ? faulty
      : [...answers.backfills, ...answers.using].filter(({ path }) => path.slice(-2).join('.') === column);
  if (given.length === 0) return 'Write';
  const texts = given.map(({ text }) => text).join('; ');
  return given.length === 1
    ? `Correct the expression that was given: ${texts}; or write`
    : `Correct one of the expressions that were given: ${texts}; or write`;
}

function detailOf(cause: unknown): string {
  return isDatabaseError(cause) && cause.detail !== undefined ? ` (${cause.detail.replace(/\.$/, '')})` : '';
}
