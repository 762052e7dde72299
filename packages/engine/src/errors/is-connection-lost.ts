import { errorCode } from './error-code';
import { errorMessage } from './error-message';

/** The server ended it, or the network did: also by silence, after which the server may yet have done all that it was sent. */
const lossCodes: ReadonlySet<string> = new Set([
  ...['57P01', '57P02', '57P03', '57P05'],
  ...['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'ENETRESET'],
]);

/** @see https://www.postgresql.org/docs/current/errcodes-appendix.html (57P0x) */
export function isConnectionLost(error: unknown): boolean {
  if (isReleased(error) || lossCodes.has(errorCode(error) ?? '')) return true;
  return /^(Connection terminated|Client has encountered a connection error)/.test(errorMessage(error));
}

/** TypeORM's query runner lets go of a connection that is lost. */
export function isReleased(error: unknown): boolean {
  return error instanceof Error && error.name === 'QueryRunnerAlreadyReleasedError';
}
