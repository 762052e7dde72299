import { ask } from '../../test/ask';
import { startTestServer } from './start-test-server';
import { createTemplateDatabase } from './template-database';
import { createTestDatabase } from './test-database';
import type { TestServer } from './test-server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('createTestDatabase', () => {
  it('makes an empty database, and drops it while somebody is connected', async () => {
    const { url, drop } = await createTestDatabase();
    expect(
      await ask(
        url,
        `SELECT count(*)::int AS tables FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
      ),
    ).toEqual([{ tables: 0 }]);
    const connected = ask(url, 'SELECT pg_sleep(600)').catch((error: Error) => error.message);
    while (
      (
        await ask(
          server.url,
          `SELECT FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()`,
        )
      ).length === 0
    );
    await drop();
    expect(await connected).toMatch(/terminating connection/);
    await drop();
    await expect(ask(url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
  });

  it('says what to do where there is no test server', async () => {
    const url = process.env.RETORT_TEST_SERVER;
    delete process.env.RETORT_TEST_SERVER;
    try {
      await expect(createTestDatabase()).rejects.toMatchObject({
        message: 'There is no test server.',
        at: 'RETORT_TEST_SERVER',
        next: 'Call startTestServer() in the globalSetup of jest.config.cjs',
      });
    } finally {
      process.env.RETORT_TEST_SERVER = url;
    }
  });
});

describe('createTemplateDatabase', () => {
  it('prepares once however many ask at once, shuts the door, and is cloned at once', async () => {
    const prepare = jest.fn(async (url: string) => {
      await ask(url, 'CREATE TABLE widgets AS SELECT 1 AS id');
    });
    await Promise.all([1, 2, 3].map(() => createTemplateDatabase(server.url, 'Template "A"', prepare)));
    expect(prepare).toHaveBeenCalledTimes(1);
    await expect(ask(String(prepare.mock.calls[0]?.[0]), 'SELECT 1')).rejects.toMatchObject({
      code: '55000',
    });
    const clones = await Promise.all([1, 2, 3].map(() => createTestDatabase({ template: 'Template "A"' })));
    for (const { url, drop } of clones) {
      expect(await ask(url, 'SELECT id FROM widgets')).toEqual([{ id: 1 }]);
      await drop();
    }
  });

  it('starts over after a prepare that failed half-way', async () => {
    const failing = async (url: string) => {
      await ask(url, 'CREATE TABLE half ()');
      throw new Error('half-way');
    };
    await expect(createTemplateDatabase(server.url, 'halves', failing)).rejects.toThrow('half-way');
    await createTemplateDatabase(server.url, 'halves', async (url) => {
      await ask(url, 'CREATE TABLE half ()');
    });
    const { url, drop } = await createTestDatabase({ template: 'halves' });
    expect(await ask(url, 'SELECT * FROM half')).toEqual([]);
    await drop();
  });
});
