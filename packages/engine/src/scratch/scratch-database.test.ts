import {
  createTestDatabase,
  startTestServer,
  type TestDatabase,
  type TestServer,
} from '@retort/services/testing';
import { queryRows, untilFound } from '../../test/query-rows';
import { parseDatabaseUrl } from '../connect/parse-database-url';
import { withScratchDatabase } from './scratch-database';

const suffix = Math.random().toString(36).slice(2, 10);
const roles = { unprivileged: `no_createdb_${suffix}`, creator: `createdb_${suffix}` };
// Of its own: others that sweep the same server would take what this leaves there.
let server: TestServer;
let database: TestDatabase;
beforeAll(async () => {
  server = await startTestServer();
  database = await createTestDatabase();
  await queryRows(database.url, `CREATE ROLE ${roles.unprivileged} LOGIN PASSWORD 'x'`);
  await queryRows(database.url, `CREATE ROLE ${roles.creator} LOGIN CREATEDB PASSWORD 'x'`);
});
afterAll(() => server.stop());

function urlOf(role: string): string {
  const url = new URL(database.url);
  url.username = role;
  url.password = 'x';
  return url.toString();
}

async function databaseExists(name: string): Promise<boolean> {
  return (await queryRows(database.url, 'SELECT FROM pg_database WHERE datname = $1', [name])).length > 0;
}

describe('withScratchDatabase', () => {
  it('makes an empty database, and drops it afterwards', async () => {
    const name = await withScratchDatabase(database.url, async (scratch) => {
      expect(scratch.name).toMatch(/^retort_scratch_\d{13}_[0-9a-f]{8}$/);
      expect(await queryRows(scratch.url, 'SELECT current_database() AS name')).toEqual([
        { name: scratch.name },
      ]);
      expect(await queryRows(scratch.url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
      return scratch.name;
    });
    expect(await databaseExists(name)).toBe(false);
  });

  it('makes one in which no commit waits for the disk', async () => {
    await withScratchDatabase(urlOf(roles.creator), async ({ url }) => {
      const setting = `SELECT source, setting FROM pg_settings WHERE name = 'synchronous_commit'`;
      expect(await queryRows(url, setting)).toEqual([{ source: 'database', setting: 'off' }]);
    });
  });

  it('drops it when its user throws, also while somebody is connected, and passes on what was thrown', async () => {
    const names: string[] = [];
    const thrown = new Error('of the user');
    let ended: Promise<string> | undefined;
    await expect(
      withScratchDatabase(database.url, async ({ name, url }) => {
        names.push(name);
        ended = queryRows(url, 'SELECT pg_sleep(600)').then(
          () => 'slept',
          (error: Error) => error.message,
        );
        await untilFound(database.url, `SELECT FROM pg_stat_activity WHERE datname = $1`, [name]);
        throw thrown;
      }),
    ).rejects.toBe(thrown);
    expect(thrown.cause).toBeUndefined();
    expect(await ended).toMatch(/terminat/);
    expect(await databaseExists(String(names[0]))).toBe(false);
  });

  it('does not mind that it was dropped already', async () => {
    await expect(
      withScratchDatabase(database.url, ({ name }) => queryRows(database.url, `DROP DATABASE "${name}"`)),
    ).resolves.toEqual([]);
  });

  it('clones a template', async () => {
    await withScratchDatabase(database.url, async (template) => {
      await queryRows(template.url, 'CREATE TABLE widgets AS SELECT 1 AS id');
      await withScratchDatabase(
        database.url,
        async ({ url }) => expect(await queryRows(url, 'SELECT id FROM widgets')).toEqual([{ id: 1 }]),
        { template: template.name },
      );
    });
  });

  it('says what to do where one only reads', async () => {
    const reading = `${database.url}?options=-cdefault_transaction_read_only%3Don`;
    await expect(withScratchDatabase(reading, () => Promise.resolve())).rejects.toMatchObject({
      message:
        'No scratch database can be made where one only reads: cannot execute CREATE DATABASE in a read-only transaction.',
      next: 'Name another server for scratch databases: RETORT_SCRATCH_URL (planMigration: scratch); or connect to the primary, as a role that writes',
      kind: 'refused',
    });
  });

  it('says what to do where the role may not create a database', async () => {
    await expect(
      withScratchDatabase(urlOf(roles.unprivileged), () => Promise.resolve()),
    ).rejects.toMatchObject({
      message: `The role ${roles.unprivileged} may not create a scratch database: permission denied to create database.`,
      at: parseDatabaseUrl(database.url).shown,
      next: `ALTER ROLE "${roles.unprivileged}" CREATEDB; or name a server for scratch databases: RETORT_SCRATCH_URL (planMigration: scratch)`,
      kind: 'failed',
    });
  });

  it('sweeps what killed processes left behind, and leaves what is fresh, in use, of other people or of other names', async () => {
    const twoHoursAgo = Date.now() - 2 * 60 * 60 * 1000;
    const name = (atMs: number, mark: string) => `retort_scratch_${atMs}_${mark.repeat(8)}`;
    const stale = name(twoHoursAgo, 'a');
    const used = name(twoHoursAgo, 'b');
    const ofOthers = name(twoHoursAgo, 'c');
    const kept = [
      used,
      ofOthers,
      name(Date.now() - 30 * 60 * 1000, 'd'),
      'retort_scratch_',
      'retort_scratch_2024',
      `retort_scratch_${twoHoursAgo}_mine`,
    ];
    const creator = urlOf(roles.creator);
    for (const each of [stale, ...kept]) {
      const url = each === ofOthers ? database.url : creator;
      await queryRows(url, `CREATE DATABASE "${each}" TEMPLATE template0`);
    }
    const usedUrl = new URL(creator);
    usedUrl.pathname = `/${used}`;
    const using = queryRows(usedUrl.toString(), 'SELECT pg_sleep(600)').catch(
      (error: Error) => error.message,
    );
    try {
      await untilFound(database.url, 'SELECT FROM pg_stat_activity WHERE datname = $1', [used]);
      await withScratchDatabase(creator, () => Promise.resolve());
      expect(await databaseExists(stale)).toBe(false);
      for (const each of kept) expect([each, await databaseExists(each)]).toEqual([each, true]);
    } finally {
      for (const each of [stale, ...kept]) {
        await queryRows(database.url, `DROP DATABASE IF EXISTS "${each}" WITH (FORCE)`);
      }
      await using;
    }
  });
});
