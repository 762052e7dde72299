import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { splitMessages } from './split-messages';

/**
 * Stands between a runner and the Postgres of `url`, and looks like a pooler: the server's processes have other numbers. What
 * begins a migration's transaction fails.
 */
export async function failBeginning(url: string): Promise<{ readonly url: string; close(): void }> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    client.on(
      'data',
      splitMessages(true, (bytes) => upstream.write(bytes.includes('RESET ALL') ? failing : bytes)),
    );
    upstream.on(
      'data',
      splitMessages(false, (bytes) => client.write(withOtherNumber(bytes))),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const proxied = new URL(url);
  proxied.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: proxied.toString(),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const text = 'SELECT 1 / 0\0';
const failing = Buffer.concat([Buffer.from('Q'), Buffer.from([0, 0, 0, 4 + text.length]), Buffer.from(text)]);

/** In BackendKeyData. @see https://www.postgresql.org/docs/current/protocol-message-formats.html */
function withOtherNumber(message: Buffer): Buffer {
  if (message[0] !== 'K'.charCodeAt(0)) return message;
  const other = Buffer.from(message);
  other.writeInt32BE(other.readInt32BE(5) + 100_000, 5);
  return other;
}
