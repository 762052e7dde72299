import { withConnection } from '../src/connect/connect';
import { parseDatabaseUrl } from '../src/connect/parse-database-url';
import { migrate } from '../src/run/run-pending';
import { makeHistory } from './make-history';
import { canHaveOwnServer, type OwnServer, startOwnServer } from './own-server';

const here = canHaveOwnServer ? describe : describe.skip;

here('a unix socket', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await startOwnServer();
  });
  afterAll(async () => {
    await server.stop();
    server.remove();
  });

  const address = 'SELECT inet_server_addr() AS address';
  const forms = {
    'in the query': () => `postgres://postgres@/postgres?host=${server.folder}&port=${server.port}`,
    'in the place of the host': () =>
      `postgres://postgres@${encodeURIComponent(server.folder)}:${server.port}/postgres`,
  };

  it.each(Object.entries(forms))('is connected to, its folder %s', async (_where, form) => {
    const url = form();
    expect(parseDatabaseUrl(url)).toMatchObject({ host: server.folder, port: server.port, isLocal: true });
    expect(await withConnection(url, async (client) => (await client.query(address)).rows)).toEqual([
      { address: null },
    ]);
  });

  it('is migrated through, with TypeORM and without', async () => {
    const url = forms['in the query']();
    const seen: unknown[] = [];
    const history = makeHistory(
      { slug: 'add_users', up: 'CREATE TABLE users AS SELECT inet_server_addr()' },
      {
        slug: 'look',
        up: async (queryRunner) => void seen.push(await queryRunner.query(address)),
      },
    );
    expect(await migrate({ database: { url }, history, target: 'head' })).toHaveLength(2);
    expect(seen).toEqual([[{ address: null }]]);
  });
});
