import { errorMessage } from '../errors/error-message';
import { ConnectionError } from './connection-error';
import { type ConnectionFailure, connectionFailureOf } from './connection-failure';
import type { DatabaseUrl } from './parse-database-url';

/** Says what a failed connection means and what to do about it. `setting` is what held the address. */
export function explainConnectionError(
  error: unknown,
  target: DatabaseUrl,
  setting = 'POSTGRES_URL',
): ConnectionError {
  // An option of a function is nothing that our commands could set.
  const isVariable = /^[A-Z_]+$/.test(setting);
  const meaning = meanings[connectionFailureOf(error)];
  const {
    what,
    next,
    isNotStarted = false,
  } = meaning({ target, setting, isVariable, message: errorMessage(error) });
  return new ConnectionError(
    { what, at: `${target.shown} (${setting})`, next, cause: error },
    { setting, shown: target.shown, isNotStarted },
  );
}

interface Failed {
  readonly target: DatabaseUrl;
  readonly setting: string;
  readonly isVariable: boolean;
  readonly message: string;
}

interface Meaning {
  readonly what: string;
  readonly next: string;
  /** A server of this machine, which can be started. */
  readonly isNotStarted?: boolean;
}

const meanings: { readonly [K in ConnectionFailure]: (failed: Failed) => Meaning } = {
  noAnswer: ({ target, setting, isVariable }) => ({
    what: `Postgres does not answer at ${listener(target)}.`,
    next:
      target.isLocal && isVariable
        ? `Start that server, or unset ${setting} to use the services of: make setup`
        : 'Start it, or correct the host and port.',
    isNotStarted: target.isLocal,
  }),
  noHost: (failed) => (failed.target.isLocal ? suspended(failed) : unreachable(failed)),
  noPassword: ({ target, setting }) => ({
    what: `Postgres asks the user ${userOf(target)} for a password, and none is given.`,
    next: `Add the password to ${setting}, behind the name of the user and a colon.`,
  }),
  wrongPassword: ({ target, setting, message }) => ({
    what: `Postgres refused the user ${userOf(target)}: ${message}.`,
    next: `Correct the user and password in ${setting}.`,
  }),
  noDatabase: ({ target, isVariable }) => ({
    what: `The database ${target.database} does not exist.`,
    next:
      target.isLocal && isVariable
        ? 'Create it: make setup'
        : `Create it: createdb --host ${target.host} --port ${target.port} ${target.database}`,
  }),
  notReady: ({ message }) => ({
    what: `Postgres is not ready: ${message}.`,
    next: 'Run the command again in a moment.',
  }),
  // The server's words tell whose limit it is: its own, the role's or the database's.
  noConnectionLeft: ({ message }) => ({
    what: `Postgres has no connection left: ${message}.`,
    next: 'Close a client, or raise that limit (max_connections, or CONNECTION LIMIT of the role or the database): a run needs two.',
  }),
  certificateRefused: ({ target, setting, message }) => ({
    what: `The server at ${listener(target)} refused the client's certificate: ${reasonOf(message)}.`,
    next: `Correct sslcert and sslkey in ${setting}: its authority has to be one that the server knows.`,
  }),
  certificateNotTrusted: ({ target, setting, message }) => ({
    what: `The certificate of ${listener(target)} is not trusted: ${message}.`,
    next: `Correct the host in ${setting}, or name the authority that signed it: sslrootcert=/path/to/root.crt`,
  }),
  other: ({ setting, isVariable, message }) => ({
    what: `Postgres did not accept a connection: ${message}.`,
    next: isVariable ? `Check ${setting}: retort doctor` : `Correct ${setting}.`,
  }),
};

function suspended({ target, setting, isVariable }: Failed): Meaning {
  return {
    what: `Postgres says nothing at ${listener(target)}: it is suspended, or has too much to do.`,
    next: isVariable
      ? `Let it go on, or unset ${setting} to use the services of: make setup`
      : 'Let it go on.',
    isNotStarted: true,
  };
}

function unreachable({ target, setting }: Failed): Meaning {
  return {
    what: `The host ${target.host} cannot be reached.`,
    next: `Correct the host in ${setting}, or start its network.`,
  };
}

function userOf({ user }: DatabaseUrl): string {
  return user ?? '(none given)';
}

/** OpenSSL's messages are `number:error:code:library:function:reason:file:line`. */
function reasonOf(message: string): string {
  return message.split(':')[5] ?? message;
}

function listener({ host, port }: DatabaseUrl): string {
  return host.startsWith('/') ? `${host}/.s.PGSQL.${port}` : `${host}:${port}`;
}
