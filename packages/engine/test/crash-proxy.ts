import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { splitMessages } from './split-messages';

/** When the crash comes: before the server gets a message, or when it has answered and the client has not heard of it. */
export type Moment = 'before' | 'after';

export interface CrashProxy {
  readonly url: string;
  /** The messages of the connection that migrates that went through. */
  readonly passed: () => number;
  readonly crashed: () => boolean;
  /** Aborted when it has crashed: a process that was killed asks nobody any more. */
  readonly signal: AbortSignal;
  close(): void;
}

export interface CrashPoint {
  /** The message, counted from 0 from where the migration begins. */
  readonly message: number;
  readonly moment: Moment;
  /** Called there, before the client is cut off. */
  readonly crash: () => Promise<void>;
}

/**
 * Stands between a runner and the Postgres of `url`. At one message of the connection that migrates, whatever it is
 * (BEGIN, a statement, a line of the journal, COMMIT), everything is cut off at once, and nothing is heard of that
 * runner any more: to the server it was killed.
 */
export async function crashProxy(url: string, point: CrashPoint): Promise<CrashProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const dead = new AbortController();
  let passed = 0;
  let crashed = false;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let worker = false;
    let counting = false;
    let crashOnAnswer = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    const crash = () => {
      crashed = true;
      server.close();
      void point.crash().finally(() => {
        for (const socket of sockets) socket.destroy();
        dead.abort();
      });
    };
    const fromClient = splitMessages(true, (bytes, isWhole) => {
      if (crashed) return;
      if (!worker) worker = /application_name\0retort (migrate|downgrade)\0/.test(bytes.toString('latin1'));
      if (worker && bytes.includes('RESET ALL')) counting = true;
      if (!counting || !isWhole) return void upstream.write(bytes);
      if (passed++ !== point.message) return void upstream.write(bytes);
      if (point.moment === 'before') return crash();
      crashOnAnswer = true;
      upstream.write(bytes);
    });
    const fromServer = splitMessages(false, (bytes, isWhole) => {
      if (crashed) return;
      if (crashOnAnswer) {
        if (isWhole) crash();
        return;
      }
      client.write(bytes);
    });
    client.on('data', fromClient);
    upstream.on('data', fromServer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port: listening } = server.address() as AddressInfo;
  const proxied = new URL(url);
  proxied.host = `127.0.0.1:${listening}`;
  return {
    url: proxied.toString(),
    passed: () => passed,
    crashed: () => crashed,
    signal: dead.signal,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
