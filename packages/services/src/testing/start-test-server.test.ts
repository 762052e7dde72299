import { readdir } from 'node:fs/promises';
import { Client } from 'pg';
import { ask } from '../../test/ask';
import { askPostgres } from '../postgres/ask-postgres';
import { startTestServer } from './start-test-server';
import { openRunsFolder } from './test-folder';
import type { TestServer } from './test-server';

const debian = '/usr/lib/postgresql/15';

/** Other packages' tests have theirs meanwhile. */
async function ownFolders(): Promise<readonly string[]> {
  return (await readdir(await openRunsFolder()))
    .filter((name) => name.startsWith(`run.${process.pid}-`))
    .sort();
}

describe('startTestServer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('is a Postgres 18 that answers as its superuser, and is named in RETORT_TEST_SERVER', async () => {
    expect(process.env.RETORT_TEST_SERVER).toBe(server.url);
    const [row] = await ask(
      server.url,
      `SELECT current_setting('server_version_num')::int / 10000 AS major,
      current_setting('is_superuser') AS superuser, current_database() AS database, current_setting('fsync') AS fsync`,
    );
    expect(row).toEqual({ major: 18, superuser: 'on', database: 'postgres', fsync: 'off' });
  });

  it('keeps out whoever does not know the password', async () => {
    const url = new URL(server.url);
    url.password = 'guessed';
    expect(await askPostgres(url.toString())).toMatchObject({ kind: 'fails', code: '28P01' });
  });

  it('runs beside another, and stop ends it, removes its folder and restores the variable', async () => {
    const before = await ownFolders();
    const second = await startTestServer();
    expect(second.url).not.toBe(server.url);
    await Promise.all([second.stop(), second.stop()]);
    expect(await askPostgres(second.url)).toMatchObject({ kind: 'fails', code: 'ECONNREFUSED' });
    expect(process.env.RETORT_TEST_SERVER).toBe(server.url);
    expect(await ownFolders()).toEqual(before);
  });

  it('starts a Postgres of the folder that it is given', async () => {
    const other = await startTestServer({ binaries: debian });
    try {
      const client = new Client({ connectionString: other.url });
      await client.connect();
      const { rows } = await client.query('SHOW server_version');
      await client.end();
      expect(rows[0].server_version).toMatch(/^15\./);
    } finally {
      await other.stop();
    }
  });

  it('refuses a kind of test database that there is not', async () => {
    const before = process.env.TEST_DATABASE;
    process.env.TEST_DATABASE = 'sqlite';
    try {
      await expect(startTestServer()).rejects.toMatchObject({
        message: 'There is no test database of the kind sqlite.',
        at: 'TEST_DATABASE',
        next: 'Unset it, or set it to embedded or testcontainers',
        kind: 'settings',
      });
    } finally {
      if (before === undefined) delete process.env.TEST_DATABASE;
      else process.env.TEST_DATABASE = before;
    }
  });
});
