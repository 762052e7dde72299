import { errorCode } from './error-code';

/**
 * Whether Postgres refused it for the rows that are there: data exceptions, integrity constraints, check options, and what
 * a trigger raises.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isOfRows(error: unknown): boolean {
  return /^(22|23|44|P0)/.test(errorCode(error) ?? '');
}
