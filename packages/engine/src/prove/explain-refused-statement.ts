import type { StatementRefused } from '../connect/run-statements';
import { isDatabaseError } from '../errors/is-database-error';
import { RetortError } from '../errors/retort-error';

/** Tells a refused statement with all that Postgres said of it. */
export function explainRefusedStatement(
  refused: StatementRefused,
  during: string,
  next: string,
): RetortError {
  const { statement, cause } = refused;
  const said = isDatabaseError(cause) ? [cause.detail, cause.hint, cause.where] : [];
  return new RetortError({
    what: `${during}, Postgres refused to ${lowerFirst(statement.comment)}: ${cause.message}`,
    at: [statement.sql, ...said.filter((line) => line !== undefined)].join('\n'),
    next,
    cause,
  });
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
