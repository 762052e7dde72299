import { RetortError } from '../errors/retort-error';
import type { Answers, ExpressionAnswer } from './answers';
import { faultyExpressions } from './faulty-expressions';

/** What Postgres refused of an expression that a person gave is not ours to be told of: the expression is. */
export function blameExpression(error: unknown, answers: Answers): unknown {
  if (!(error instanceof RetortError) || error.kind === 'interrupted') return error;
  const given = faultyExpressions(error.at, error.cause, answers);
  if (given.length === 0) return error;
  const correct =
    given.length === 1
      ? 'Correct the expression that was given'
      : 'Correct one of the expressions that were given';
  return new RetortError({
    what: error.message,
    at: error.at,
    next: `Nothing was written. ${correct} for ${given.map(told).join('; ')}`,
    kind: 'settings',
    cause: error,
  });
}

function told({ text, expression }: ExpressionAnswer): string {
  const path = text.slice(0, text.indexOf(expression)).replace(/\s*=\s*$/, '');
  return `${path}: ${expression}`;
}
