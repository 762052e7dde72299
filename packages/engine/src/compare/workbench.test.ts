import { startTestServer, type TestServer } from '@retort/services/testing';
import { queryRows } from '../../test/query-rows';
import { withWorkbench } from './workbench';

// Of its own: others make such databases on the same server.
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await queryRows(server.url, "CREATE ROLE no_createdb LOGIN PASSWORD 'x'");
});
afterAll(() => server.stop());

const scratchDatabases = () =>
  queryRows(server.url, "SELECT datname FROM pg_database WHERE datname ~ '^retort_scratch_'");

const asUnprivileged = () => {
  const url = new URL(server.url);
  url.username = 'no_createdb';
  url.password = 'x';
  return url.href;
};

it('makes the database before it is asked for where one is expected, hands it out empty, and drops it', async () => {
  await withWorkbench(server.url, { warm: true }, async (opened) => {
    const { slot } = await opened;
    await slot.settled();
    expect(await scratchDatabases()).toHaveLength(1);
    const found = await slot.tryOut((client) =>
      client.query("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace"),
    );
    expect(found.rowCount).toBe(0);
    expect(await scratchDatabases()).toHaveLength(1);
  });
  expect(await scratchDatabases()).toEqual([]);
});

it('makes none where none is expected and none is asked for', async () => {
  await withWorkbench(server.url, {}, async (opened) => {
    const { slot } = await opened;
    await slot.settled();
    expect(await scratchDatabases()).toEqual([]);
  });
});

it('leaves the connection to its user, who may be in a transaction once nothing is being made', async () => {
  await withWorkbench(server.url, { warm: true }, async (opened) => {
    const { slot, server: client } = await opened;
    await slot.settled();
    await client.query('BEGIN');
    await slot.ready();
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await client.query('ROLLBACK');
  });
});

it('tells who asks for it that it could not be made, and nobody else', async () => {
  const done = await withWorkbench(asUnprivileged(), { warm: true }, async (opened) => {
    await (await opened).slot.settled();
    return 'done';
  });
  expect(done).toBe('done');
  const asked = withWorkbench(asUnprivileged(), { warm: true }, async (opened) => {
    const { slot } = await opened;
    await slot.settled();
    await slot.ready();
  });
  await expect(asked).rejects.toMatchObject({
    message: expect.stringContaining('The role no_createdb may not create a scratch database'),
  });
});

it('leaves nothing behind where what it is for fails before it is asked for', async () => {
  const failing = withWorkbench(server.url, { warm: true }, () => Promise.reject(new Error('of the models')));
  await expect(failing).rejects.toThrow('of the models');
  expect(await scratchDatabases()).toEqual([]);
});

it('says why there is no connection to who waits for it', async () => {
  const nowhere = withWorkbench('postgres://nobody@127.0.0.1:1/nowhere', { warm: true }, async (opened) => {
    await opened;
  });
  await expect(nowhere).rejects.toMatchObject({
    message: expect.stringContaining('Postgres does not answer'),
  });
});

it('takes a server whose role may not ask what it is for one of which nothing can be kept', async () => {
  await queryRows(server.url, 'REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC');
  const isPlain = (url: string) =>
    withWorkbench(url, {}, async (opened) => (await (await opened).identity).isPlain);
  expect([await isPlain(server.url), await isPlain(asUnprivileged())]).toEqual([true, false]);
});
