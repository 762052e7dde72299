import { RetortError } from '../errors/retort-error';
import type { Answers } from './answers';

/** What Postgres refused of an expression that a person gave is not ours to be told of: the expression is. */
export function blameExpression(error: unknown, { backfills, using }: Answers): unknown {
  if (!(error instanceof RetortError) || error.kind === 'interrupted') return error;
  const given = [...backfills, ...using].find(({ expression }) => error.at.includes(expression));
  if (given === undefined) return error;
  const path = given.text.slice(0, given.text.indexOf(given.expression)).replace(/\s*=\s*$/, '');
  return new RetortError({
    what: error.message,
    at: error.at,
    next: `Nothing was written. Correct the expression that was given for ${path}: ${given.expression}`,
    kind: 'settings',
    cause: error,
  });
}
