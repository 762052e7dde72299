import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface LosingProxy {
  readonly url: string;
  close(): void;
}

/**
 * Stands between a client and the Postgres of `url`. The server gets a client's first COMMIT, or `text`, and the client never
 * hears of it: `onCommit` is called instead, with a way to cut that client off. With `kept`, the server does not get it either.
 */
export async function loseCommit(
  url: string,
  onCommit: (cutOff: () => void) => void,
  { kept = false, text = 'COMMIT\0' }: { readonly kept?: boolean; readonly text?: string } = {},
): Promise<LosingProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let hasLost = false;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let isLost = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes) => {
      const isCommit = !hasLost && bytes.includes(text);
      if (isCommit) isLost = hasLost = true;
      if (!isCommit || !kept) upstream.write(bytes);
      if (isCommit) onCommit(() => client.destroy());
    });
    upstream.on('data', (bytes) => {
      if (!isLost) client.write(bytes);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address() as AddressInfo;
  const proxied = new URL(url);
  proxied.host = `127.0.0.1:${address.port}`;
  return {
    url: proxied.toString(),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
