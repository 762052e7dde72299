import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface DistantServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The server of `url` under an address that does not say that it is on this machine. On Linux, every 127.x.x.x is one. */
export async function makeDistant(url: string): Promise<DistantServer> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.2', done));
  const distant = new URL(url);
  distant.host = `127.0.0.2:${(server.address() as AddressInfo).port}`;
  return {
    url: distant.href,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
