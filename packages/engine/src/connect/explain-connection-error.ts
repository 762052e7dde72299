import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';
import { type Explanation, RetortError } from '../errors/retort-error';
import type { DatabaseUrl } from './parse-database-url';

/** A connection that failed. Who knows where the setting came from can say so. */
export class ConnectionError extends RetortError {
  /** The variable that held the address. */
  readonly setting: string;
  readonly shown: string;
  /** A server of this machine, which can be started. */
  readonly isNotStarted: boolean;

  constructor(explanation: Explanation, of: Pick<ConnectionError, 'setting' | 'shown' | 'isNotStarted'>) {
    super(explanation);
    this.setting = of.setting;
    this.shown = of.shown;
    this.isNotStarted = of.isNotStarted;
  }
}

/**
 * Says what a failed connection means and what to do about it.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function explainConnectionError(
  error: unknown,
  target: DatabaseUrl,
  setting = 'POSTGRES_URL',
): ConnectionError {
  const explained = (what: string, next: string, isNotStarted = false) =>
    new ConnectionError(
      { what, at: `${target.shown} (${setting})`, next, cause: error },
      { setting, shown: target.shown, isNotStarted },
    );
  const message = errorMessage(error);
  const code = errorCode(error);
  // An option of a function is nothing that our commands could set.
  const isVariable = /^[A-Z_]+$/.test(setting);
  switch (code === undefined ? codeOfMessage(message) : codeOfTls(code)) {
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'ECONNRESET':
    case 'EPIPE':
      return explained(
        `Postgres does not answer at ${listener(target)}.`,
        target.isLocal && isVariable
          ? `Start that server, or unset ${setting} to use the services of: make setup`
          : 'Start it, or correct the host and port.',
        target.isLocal,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      if (target.isLocal) {
        return explained(
          `Postgres says nothing at ${listener(target)}: it is suspended, or has too much to do.`,
          isVariable
            ? `Let it go on, or unset ${setting} to use the services of: make setup`
            : 'Let it go on.',
          true,
        );
      }
      return explained(
        `The host ${target.host} cannot be reached.`,
        `Correct the host in ${setting}, or start its network.`,
      );
    case 'no password':
      return explained(
        `Postgres asks the user ${target.user ?? '(none given)'} for a password, and none is given.`,
        `Add the password to ${setting}, behind the name of the user and a colon.`,
      );
    case '28P01':
    case '28000':
      return explained(
        `Postgres refused the user ${target.user ?? '(none given)'}: ${message}.`,
        `Correct the user and password in ${setting}.`,
      );
    case '3D000':
      return explained(
        `The database ${target.database} does not exist.`,
        target.isLocal && isVariable
          ? 'Create it: make setup'
          : `Create it: createdb --host ${target.host} --port ${target.port} ${target.database}`,
      );
    case '57P03':
      return explained(`Postgres is not ready: ${message}.`, 'Run the command again in a moment.');
    case '53300':
      return explained(
        'Postgres has no connection left.',
        'Close a client, or raise max_connections on the server.',
      );
    case 'certificate refused':
      return explained(
        `The server at ${listener(target)} refused the client's certificate: ${reasonOf(message)}.`,
        `Correct sslcert and sslkey in ${setting}: its authority has to be one that the server knows.`,
      );
    case 'certificate not trusted':
      return explained(
        `The certificate of ${listener(target)} is not trusted: ${message}.`,
        `Correct the host in ${setting}, or name the authority that signed it: sslrootcert=/path/to/root.crt`,
      );
    default:
      return explained(
        `Postgres did not accept a connection: ${message}.`,
        isVariable ? `Check ${setting}: retort doctor` : `Correct ${setting}.`,
      );
  }
}

/** OpenSSL has a code for each alert, Node for each reason not to trust. */
function codeOfTls(code: string): string {
  if (/^ERR_SSL_\w*ALERT_/.test(code)) return 'certificate refused';
  return /CERT|^UNABLE_TO_|^ERR_TLS_/.test(code) ? 'certificate not trusted' : code;
}

/** OpenSSL's messages are `number:error:code:library:function:reason:file:line`. */
function reasonOf(message: string): string {
  return message.split(':')[5] ?? message;
}

/** What `pg` itself finds bears no code. */
function codeOfMessage(message: string): string | undefined {
  if (message === 'timeout expired' || message.startsWith('Connection terminated due to connection timeout'))
    return 'ETIMEDOUT';
  if (message === 'Connection terminated unexpectedly') return 'ECONNRESET';
  if (message.includes('client password must be a')) return 'no password';
  return undefined;
}

function listener({ host, port }: DatabaseUrl): string {
  return host.startsWith('/') ? `${host}/.s.PGSQL.${port}` : `${host}:${port}`;
}
