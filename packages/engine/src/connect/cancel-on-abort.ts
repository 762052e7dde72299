import { type Client, Connection, type ConnectionConfig } from 'pg';
import type { BackendsOnAbort } from './end-backends-on-abort';

type Cancellable = Client & {
  readonly processID?: number;
  readonly secretKey?: number;
  readonly sslNegotiation?: string;
};

/**
 * Cancels the statement of the client when `signal` is aborted. Behind a pooler the server's process is not known, and the
 * number that a client has is the pooler's: ending a process by it could end somebody else's.
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS
 */
export function cancelOnAbort(signal: AbortSignal | undefined, find: () => Cancellable): BackendsOnAbort {
  let cancelling: Promise<void> = Promise.resolve();
  const cancel = () => {
    cancelling = requestCancel(find());
    // It is looked at when the migration has failed; until then it must not count as unhandled.
    cancelling.catch(() => undefined);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  return {
    ended: () => cancelling,
    stopListening: () => signal?.removeEventListener('abort', cancel),
  };
}

/** What `pg` has, and its types do not tell of. */
interface RawConnection extends Connection {
  connect(portOrSocket: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processId: number, secretKey: number): void;
}

/** As the client's own connection was made: through TLS where that was. */
function requestCancel(client: Cancellable): Promise<void> {
  const { host, port, ssl, sslNegotiation, processID = 0, secretKey = 0 } = client;
  const connection = new Connection({ ssl, sslNegotiation } as ConnectionConfig) as RawConnection;
  return new Promise((done, fail) => {
    const cancel = () => connection.cancel(processID, secretKey);
    connection.once('connect', () => {
      if (!ssl) cancel();
      else if (sslNegotiation !== 'direct') connection.requestSsl();
    });
    connection.once('sslconnect', cancel);
    connection.on('error', fail);
    // The other side ends it when it has done so: PgBouncer 1.18 dies of a client that ends it first.
    connection.once('end', () => done());
    if (host.startsWith('/')) connection.connect(`${host}/.s.PGSQL.${port}`);
    else connection.connect(port, host);
  });
}
