import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { makeHistory } from '../../test/make-history';
import { queryRows } from '../../test/query-rows';
import { migrate } from '../run/run-pending';
import { withConnectionWhenReady } from './when-ready';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

/** Stands before the Postgres of `url`, and says to the first connections that it is starting. */
async function starting(url: string, refusals: number) {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let refused = 0;
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => undefined);
    if (refused++ < refusals) {
      client.once('data', () => client.end(errorResponse));
      return;
    }
    const upstream = connect(Number(port), hostname);
    sockets.add(upstream);
    upstream.on('error', () => undefined);
    client.pipe(upstream).pipe(client);
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

const fields = Buffer.from('SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0');
const errorResponse = Buffer.concat([Buffer.from('E'), Buffer.from([0, 0, 0, 4 + fields.length]), fields]);

const history = makeHistory({ slug: 'users', up: 'CREATE TABLE users ()' });

test('a server that is starting is waited for, and that is said once', async () => {
  const server = await starting(database.url, 3);
  const told: string[] = [];
  try {
    const done = await migrate({
      database: { url: server.url },
      history,
      target: 'head',
      onEvent: (event) => {
        if (event.kind === 'waitingForServer') told.push(event.because);
      },
    });
    expect(done).toHaveLength(1);
  } finally {
    server.close();
  }
  expect(told).toEqual(['Postgres is not ready: the database system is starting up']);
});

test('no longer than another runner would be', async () => {
  const server = await starting(database.url, 1000);
  try {
    const given = { database: { url: server.url }, history, target: 'head' };
    await expect(migrate({ ...given, lockTimeoutMs: 0 })).rejects.toMatchObject({
      message: 'Postgres is not ready: the database system is starting up.',
      next: 'Run the command again in a moment.',
    });
    const abort = new AbortController();
    await expect(
      migrate({ ...given, signal: abort.signal, onEvent: () => abort.abort() }),
    ).rejects.toMatchObject({
      message:
        'Interrupted while the server was waited for. Postgres is not ready: the database system is starting up.',
      kind: 'interrupted',
    });
  } finally {
    server.close();
  }
});

test('a server without a connection left is waited for, also by the connection that migrates', async () => {
  const role = `few_${Math.random().toString(36).slice(2)}`;
  await queryRows(database.url, `CREATE ROLE ${role} LOGIN PASSWORD 'few' CONNECTION LIMIT 0`);
  await queryRows(database.url, `GRANT CREATE ON SCHEMA public TO ${role}`);
  const url = new URL(database.url);
  url.username = role;
  url.password = 'few';
  let limit = 0;
  const done = await migrate({
    database: { url: url.href },
    history,
    target: 'head',
    onEvent: ({ kind }) => {
      // Enough for the lock; then for the connection that migrates.
      if (kind === 'waitingForServer') {
        limit++;
        void queryRows(database.url, `ALTER ROLE ${role} CONNECTION LIMIT ${limit}`);
      }
    },
  });
  expect(done).toHaveLength(1);
  expect(limit).toBe(2);
  await queryRows(database.url, `DROP OWNED BY ${role}`);
  await queryRows(database.url, `DROP ROLE ${role}`);
});

test('what fails on the connection is not tried again', async () => {
  let tries = 0;
  const failure = Object.assign(new Error('busy'), { code: '53300' });
  await expect(
    withConnectionWhenReady({ timeoutMs: 5000 }, database.url, async () => {
      tries++;
      throw failure;
    }),
  ).rejects.toBe(failure);
  expect(tries).toBe(1);
});
