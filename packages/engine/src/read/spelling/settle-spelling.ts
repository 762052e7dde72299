import { settleArrayCasts } from './settle-array-casts';
import { settleColumnNames } from './settle-column-names';
import { settleConnectives } from './settle-connectives';
import { settleJoins } from './settle-joins';
import { settleValues } from './settle-values';

/**
 * What Postgres says of an expression, as it says it once it has read that: what a migration makes of the text must be
 * equal to what the text was taken from.
 */
export function settleSpelling(text: string): string {
  return settleJoins(settleColumnNames(settleConnectives(settleArrayCasts(settleValues(text)))));
}
