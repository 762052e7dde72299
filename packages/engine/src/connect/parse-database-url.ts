import { type ConnectionOptions, parse } from 'pg-connection-string';
import { RetortError } from '../errors/retort-error';
import { withDatabase } from './with-database';

export interface DatabaseUrl {
  readonly url: string;
  /** Its name or address, or the folder of a unix socket. */
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
  const parsed = parseUrl(url, setting);
  if (parsed.database === '') throw wrongUrl(setting, `${setting} names no database.`);
  return parsed;
}

/** Reads the URI of a server, of whose databases any will do: where it names none, the one that every server has. */
export function parseServerUrl(url: string, setting: string): DatabaseUrl {
  const parsed = parseUrl(url, setting);
  return parsed.database === '' ? parseUrl(withDatabase(url, 'postgres'), setting) : parsed;
}

function wrongUrl(setting: string, what: string): RetortError {
  return new RetortError({
    what,
    at: setting,
    next: `Set ${setting} to a URL like ${example} (write special characters of a password as %XX)${setting === 'POSTGRES_URL' ? ', or remove it to use the services of: make setup' : ''}`,
    kind: 'settings',
  });
}

function parseUrl(url: string, setting: string): DatabaseUrl {
  const wrong = (what: string) => wrongUrl(setting, what);
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw wrong(`${setting} is not a Postgres URL: it does not begin with postgres://`);
  }
  const parsed = tryParse(url);
  if (parsed.kind === 'noFile') throw wrong(`${setting} names a file that cannot be read: ${parsed.path}`);
  if (parsed.kind === 'malformed') throw wrong(`${setting} is malformed.`);
  const { options } = parsed;
  const database = options.database ?? '';
  // Where the URL is silent, `pg` asks these: whether a database is local must not be judged by another host than it uses.
  const host = firstFilled(options.host, process.env.PGHOST) ?? 'localhost';
  if (host.includes(',')) throw wrong(`${setting} names several hosts, and one can be asked.`);
  const port = Number(firstFilled(options.port, process.env.PGPORT) ?? 5432);
  if (!Number.isInteger(port)) throw wrong(`${setting} is malformed.`);
  return {
    url,
    host,
    port,
    database,
    user: firstFilled(options.user, process.env.PGUSER),
    shown: `${host.includes(':') ? `[${host}]` : host}:${port}/${database}`,
    isLocal: host.startsWith('/') || ['localhost', '127.0.0.1', '::1'].includes(host),
  };
}

function firstFilled(...values: (string | null | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== null && value !== '') ?? undefined;
}

type Parsed =
  | { readonly kind: 'read'; readonly options: ConnectionOptions }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'noFile'; readonly path: string };

/** The parser's own messages quote the URL, and so the password: they go no further. It reads the files of `sslrootcert` and the like. */
function tryParse(url: string): Parsed {
  try {
    return { kind: 'read', options: parse(withoutSslMode(url)) };
  } catch (error) {
    return typeof error === 'object' && error !== null && 'syscall' in error && 'path' in error
      ? { kind: 'noFile', path: String(error.path) }
      : { kind: 'malformed' };
  }
}

/** What `sslmode` means is settled elsewhere, as libpq means it; the parser would warn that it means something else. */
function withoutSslMode(url: string): string {
  return url.replace(/([?&])sslmode=[^&#]*/g, '$1');
}
