import { connect } from 'node:net';
import type { Client } from 'pg';
import { parseDatabaseUrl } from '../connect/parse-database-url';
import type { BackendsOnAbort } from './end-backends-on-abort';

/**
 * Cancels the statement of the client when `signal` is aborted. Behind a pooler the server's process is not known, and the
 * number that a client has is the pooler's: ending a process by it could end somebody else's.
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS
 */
export function cancelOnAbort(
  signal: AbortSignal | undefined,
  url: string,
  find: () => Client & { readonly processID?: number; readonly secretKey?: number },
): BackendsOnAbort {
  let cancelling: Promise<void> = Promise.resolve();
  const cancel = () => {
    const { processID = 0, secretKey = 0 } = find();
    cancelling = requestCancel(url, processID, secretKey);
    // It is looked at when the migration has failed; until then it must not count as unhandled.
    cancelling.catch(() => undefined);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  return {
    ended: () => cancelling,
    stopListening: () => signal?.removeEventListener('abort', cancel),
  };
}

const cancelRequestCode = 80877102;

function requestCancel(url: string, processId: number, secretKey: number): Promise<void> {
  const { host, port } = parseDatabaseUrl(url);
  const request = Buffer.alloc(16);
  [request.length, cancelRequestCode, processId, secretKey].forEach((value, index) => {
    request.writeInt32BE(value, index * 4);
  });
  return new Promise((done, fail) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    // The other side ends it when it has done so: PgBouncer 1.18 dies of a client that ends it first.
    socket.on('connect', () => socket.write(request));
    socket.on('error', fail);
    socket.on('close', () => done());
    socket.resume();
  });
}
