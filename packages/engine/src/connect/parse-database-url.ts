import { parse } from 'pg-connection-string';
import { RetortError } from '../errors/retort-error';

export interface DatabaseUrl {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string | undefined;
  /** `host:port/database`, to show: it holds no password. */
  readonly shown: string;
  /** A unix socket or a loopback address: a database of this machine. */
  readonly isLocal: boolean;
}

const example = 'postgres://user@127.0.0.1:5432/my_database';

/**
 * Reads a connection URI. `setting` names where it came from, for the error.
 *
 * @throws RetortError of kind `settings` when the URI cannot be read or names no database.
 * @see https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
 */
export function parseDatabaseUrl(url: string, setting = 'POSTGRES_URL'): DatabaseUrl {
  const wrong = (what: string) =>
    new RetortError({
      what,
      at: setting,
      next: `Set ${setting} to a URL like ${example} (write special characters of a password as %XX), or remove it to use the services of: make setup`,
      kind: 'settings',
    });
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw wrong(`${setting} is not a Postgres URL: it does not begin with postgres://`);
  }
  const parsed = tryParse(url);
  if (parsed === undefined) throw wrong(`${setting} is malformed.`);
  const database = parsed.database ?? '';
  if (database === '') throw wrong(`${setting} names no database.`);
  const host =
    parsed.host === null || parsed.host === undefined || parsed.host === '' ? 'localhost' : parsed.host;
  const port =
    parsed.port === null || parsed.port === undefined || parsed.port === '' ? 5432 : Number(parsed.port);
  return {
    url,
    host,
    port,
    database,
    user: parsed.user,
    shown: `${host}:${port}/${database}`,
    isLocal: host.startsWith('/') || ['localhost', '127.0.0.1', '::1', '[::1]'].includes(host),
  };
}

function tryParse(url: string): ReturnType<typeof parse> | undefined {
  try {
    return parse(url);
  } catch (error) {
    // The parser's own message quotes the URL, and so the password.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
