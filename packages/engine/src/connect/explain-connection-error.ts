import { RetortError } from '../errors/retort-error';
import type { DatabaseUrl } from './parse-database-url';

const notListening = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE']);
const notFound = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);

/**
 * Says what a failed connection means and what to do about it.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function explainConnectionError(
  error: unknown,
  target: DatabaseUrl,
  setting = 'POSTGRES_URL',
): RetortError {
  const code = errorCode(error);
  const at = `${target.shown} (${setting})`;
  const explained = (what: string, next: string) => new RetortError({ what, at, next, cause: error });
  if (code !== undefined && notListening.has(code)) {
    return explained(
      `Postgres does not answer at ${target.host}:${target.port}.`,
      target.isLocal ? 'Start it: make setup' : 'Start it, or correct the host and port.',
    );
  }
  if (code !== undefined && notFound.has(code)) {
    return explained(
      `The host ${target.host} cannot be reached.`,
      `Correct the host in ${setting}, or start its network.`,
    );
  }
  switch (code) {
    case '28P01':
    case '28000':
      return explained(
        `Postgres refused the user ${target.user ?? '(none given)'}: ${messageOf(error)}.`,
        `Correct the user and password in ${setting}.`,
      );
    case '3D000':
      return explained(
        `The database ${target.database} does not exist.`,
        target.isLocal
          ? 'Create it: make setup'
          : `Create it: createdb --host ${target.host} --port ${target.port} ${target.database}`,
      );
    case '53300':
      return explained(
        'Postgres has no connection left.',
        'Close a client, or raise max_connections on the server.',
      );
    default:
      return explained(
        `Postgres did not accept a connection: ${messageOf(error)}.`,
        `Check ${setting}: retort doctor`,
      );
  }
}

function errorCode(error: unknown): string | undefined {
  if (error instanceof AggregateError) return errorCode(error.errors[0]);
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
