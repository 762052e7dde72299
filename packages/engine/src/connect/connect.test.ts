import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { queryRows } from '../../test/query-rows';
import { withDataSource } from '../run/session/open-data-source';
import { withConnection } from './connect';
import { parseDatabaseUrl } from './parse-database-url';
import { withDatabase } from './with-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Both ways in which the engine connects. */
const ways = {
  withConnection: (url: string) =>
    withConnection(url, async (client) => (await client.query('SELECT current_user AS name')).rows),
  withDataSource: (url: string) =>
    withDataSource({ url }, 'test', (dataSource) => dataSource.query('SELECT current_user AS name')),
};

describe.each(Object.entries(ways))('%s', (_name, connect) => {
  it('connects as a user whose password is all special characters', async () => {
    const password = 'p@ss:w/rd#?%&=+ ü\'"';
    const url = new URL(database.url);
    const role = `role_${Math.random().toString(36).slice(2)}`;
    await queryRows(database.url, `CREATE ROLE ${role} LOGIN PASSWORD '${password.replaceAll("'", "''")}'`);
    const address = `${url.host}${url.pathname}`;
    try {
      const userUrl = `${role}:${encodeURIComponent(password).replaceAll("'", '%27')}@${address}`;
      expect(await connect(`postgres://${userUrl}`)).toEqual([{ name: role }]);
      expect(await connect(`postgresql://${userUrl}`)).toEqual([{ name: role }]);
    } finally {
      await queryRows(database.url, `DROP ROLE ${role}`);
    }
  });

  it('says whose limit of connections is reached', async () => {
    const url = new URL(database.url);
    const role = `role_${Math.random().toString(36).slice(2)}`;
    await queryRows(database.url, `CREATE ROLE ${role} LOGIN CONNECTION LIMIT 0 PASSWORD 'p'`);
    try {
      await expect(connect(`postgres://${role}:p@${url.host}${url.pathname}`)).rejects.toMatchObject({
        message: `Postgres has no connection left: too many connections for role "${role}".`,
        next: 'Close a client, or raise that limit (max_connections, or CONNECTION LIMIT of the role or the database): a run needs two.',
      });
    } finally {
      await queryRows(database.url, `DROP ROLE ${role}`);
    }
  });

  it('says that Postgres does not answer', async () => {
    const port = await freePort();
    await expect(connect(`postgres://ada:secret@127.0.0.1:${port}/shop`)).rejects.toMatchObject({
      message: `Postgres does not answer at 127.0.0.1:${port}.`,
      at: `127.0.0.1:${port}/shop (POSTGRES_URL)`,
      next: 'Start that server, or unset POSTGRES_URL to use the services of: make setup',
      kind: 'failed',
    });
    await expect(connect(`postgres://ada:secret@localhost:${port}/shop`)).rejects.toMatchObject({
      message: `Postgres does not answer at localhost:${port}.`,
    });
  });

  it('says that Postgres does not answer at a unix socket', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'retort-no-socket-'));
    try {
      await expect(connect(`postgres://ada:secret@/shop?host=${folder}`)).rejects.toMatchObject({
        message: `Postgres does not answer at ${folder}/.s.PGSQL.5432.`,
        at: `${folder}:5432/shop (POSTGRES_URL)`,
        next: 'Start that server, or unset POSTGRES_URL to use the services of: make setup',
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says that something else than Postgres hangs up', async () => {
    const server = createServer((socket) => socket.destroy());
    const port = await listen(server);
    try {
      await expect(connect(`postgres://ada:secret@127.0.0.1:${port}/shop`)).rejects.toMatchObject({
        message: `Postgres does not answer at 127.0.0.1:${port}.`,
      });
    } finally {
      server.close();
    }
  });

  it('says that the host is not found', async () => {
    await expect(connect('postgres://ada:secret@no-such-host.invalid/shop')).rejects.toMatchObject({
      message: 'The host no-such-host.invalid cannot be reached.',
      at: 'no-such-host.invalid:5432/shop (POSTGRES_URL)',
      next: 'Correct the host in POSTGRES_URL, or start its network.',
    });
  });

  it('says that the password is wrong, and does not show it', async () => {
    const url = new URL(database.url);
    url.password = 'secret';
    const { shown } = parseDatabaseUrl(database.url);
    const error = await connect(url.toString()).catch((caught: Error) => caught);
    expect(error).toMatchObject({
      message: 'Postgres refused the user postgres: password authentication failed for user "postgres".',
      at: `${shown} (POSTGRES_URL)`,
      next: 'Correct the user and password in POSTGRES_URL.',
    });
    expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  });

  it('says that the password is missing', async () => {
    const url = new URL(database.url);
    url.password = '';
    await expect(connect(url.toString())).rejects.toMatchObject({
      message: 'Postgres asks the user postgres for a password, and none is given.',
      next: 'Add the password to POSTGRES_URL, behind the name of the user and a colon.',
    });
  });

  it('says that the database is missing', async () => {
    const { shown } = parseDatabaseUrl(withDatabase(database.url, 'No such'));
    await expect(connect(withDatabase(database.url, 'No such'))).rejects.toMatchObject({
      message: 'The database No such does not exist.',
      at: `${shown} (POSTGRES_URL)`,
      next: 'Create it: make setup',
    });
  });

  it('closes its connections however it ends', async () => {
    const open = `SELECT pid FROM pg_stat_activity WHERE datname = '${parseDatabaseUrl(database.url).database}' AND pid <> pg_backend_pid()`;
    await connect(database.url);
    while ((await queryRows(database.url, open)).length > 0);
  });
});

describe('withConnection', () => {
  it('passes on what its user throws, and survives the end of its connection', async () => {
    const pids: number[] = [];
    await expect(
      withConnection(database.url, async (client) => {
        const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        pids.push(...rows.map(({ pid }) => pid));
        await queryRows(database.url, 'SELECT pg_terminate_backend($1, 5000)', pids);
        throw new Error('of the user');
      }),
    ).rejects.toThrow('of the user');
    expect(pids).toHaveLength(1);
  });
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((done) => server.close(done));
  return port;
}

/** The seconds after which Linux asks the other side of the connections to a port; what it waits for else is not told. */
function keepAliveSeconds(port: number): readonly number[] {
  return readFileSync('/proc/self/net/tcp', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, , remote = '', state, , timer = ''] = line.trim().split(/\s+/);
      const isOf = Number.parseInt(remote.split(':')[1] ?? '', 16) === port && state === '01';
      const [kind, ticks = ''] = timer.split(':');
      return isOf && kind === '02' ? [Number.parseInt(ticks, 16) / 100] : [];
    });
}

(process.platform === 'linux' ? test : test.skip)(
  'a connection that is silent is kept alive before anything in between forgets it',
  async () => {
    const { port } = parseDatabaseUrl(database.url);
    const seen = async (use: () => Promise<unknown>) => {
      await use();
      return Math.max(0, ...keepAliveSeconds(Number(port)));
    };
    const atMost = 30;
    await withConnection(database.url, async (client) => {
      const seconds = await seen(() => client.query('SELECT'));
      expect(seconds > 0 && seconds <= atMost).toBe(true);
    });
    await withDataSource({ url: database.url }, 'test', async (dataSource) => {
      const seconds = await seen(() => dataSource.query('SELECT'));
      expect(seconds > 0 && seconds <= atMost).toBe(true);
    });
  },
);
