import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';

/** Why there is no connection, as far as it makes a difference to what can be done about it. */
export type ConnectionFailure =
  | 'noAnswer'
  | 'noHost'
  | 'noPassword'
  | 'wrongPassword'
  | 'noDatabase'
  | 'notReady'
  | 'noConnectionLeft'
  | 'certificateRefused'
  | 'certificateNotTrusted'
  | 'other';

/** By the codes of Node and of Postgres. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const failures: ReadonlyMap<string, ConnectionFailure> = new Map([
  ['ECONNREFUSED', 'noAnswer'],
  ['ENOENT', 'noAnswer'],
  ['ECONNRESET', 'noAnswer'],
  ['EPIPE', 'noAnswer'],
  ['ENOTFOUND', 'noHost'],
  ['EAI_AGAIN', 'noHost'],
  ['EHOSTUNREACH', 'noHost'],
  ['ENETUNREACH', 'noHost'],
  ['ETIMEDOUT', 'noHost'],
  ['28P01', 'wrongPassword'],
  ['28000', 'wrongPassword'],
  ['3D000', 'noDatabase'],
  ['57P03', 'notReady'],
  ['53300', 'noConnectionLeft'],
]);

/** Why the attempt that ended with this error failed. */
export function connectionFailureOf(error: unknown): ConnectionFailure {
  const code = errorCode(error);
  return code === undefined
    ? failureOfMessage(errorMessage(error))
    : (failures.get(code) ?? failureOfTls(code));
}

/** OpenSSL has a code for each alert, Node for each reason not to trust. */
function failureOfTls(code: string): ConnectionFailure {
  if (/^ERR_SSL_\w*ALERT_/.test(code)) return 'certificateRefused';
  return /CERT|^UNABLE_TO_|^ERR_TLS_/.test(code) ? 'certificateNotTrusted' : 'other';
}

/** What `pg` itself finds bears no code. */
function failureOfMessage(message: string): ConnectionFailure {
  if (message === 'timeout expired' || message.startsWith('Connection terminated due to connection timeout'))
    return 'noHost';
  if (message === 'Connection terminated unexpectedly') return 'noAnswer';
  return message.includes('client password must be a') ? 'noPassword' : 'other';
}
