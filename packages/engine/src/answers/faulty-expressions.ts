import { isDatabaseError } from '../errors/is-database-error';
import { identifier } from '../sql/sql';
import type { Answers, ExpressionAnswer } from './answers';

/** The expressions that a person gave and a refused statement holds: the one that Postgres points at, else each that it may be. */
export function faultyExpressions(
  sql: string,
  cause: unknown,
  { backfills, using }: Answers,
): readonly ExpressionAnswer[] {
  const held = [
    ...backfills.map((answer) => ({ answer, start: startOf(sql, answer, (name) => [`SET ${name} = `]) })),
    ...using.map((answer) => ({
      answer,
      start: startOf(sql, answer, (name) => [`ALTER COLUMN ${name} TYPE `, ' USING ']),
    })),
  ].filter(({ start }) => start !== -1);
  const error = isDatabaseError(cause) ? cause : undefined;
  // Postgres counts from one.
  const position = Number(error?.position) - 1;
  const pointedAt = held.filter(
    ({ answer, start }) =>
      answer.path.at(-1) === error?.column ||
      (position >= start && position < start + answer.expression.length),
  );
  return (pointedAt.length > 0 ? pointedAt : held).map(({ answer }) => answer);
}

/** Where the expression stands behind the words that its column is given it with, or -1. */
function startOf(
  sql: string,
  { path, expression }: ExpressionAnswer,
  wordsBefore: (name: string) => readonly string[],
): number {
  let end = 0;
  for (const words of wordsBefore(identifier(path.at(-1) ?? '').text)) {
    const start = sql.indexOf(words, end);
    if (start === -1) return -1;
    end = start + words.length;
  }
  return sql.startsWith(expression, end) ? end : -1;
}
