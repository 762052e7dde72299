import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { makeHistory } from '../../../test/make-history';
import { queryRows } from '../../../test/query-rows';
import { migrate } from '../run-pending';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

describe('the lock, for a role that may not see what others do', () => {
  const role = `deployer_${Math.random().toString(36).slice(2)}`;
  let url: string;
  beforeEach(async () => {
    await queryRows(database.url, `CREATE ROLE ${role} LOGIN PASSWORD 'p'`);
    await queryRows(database.url, `GRANT ALL ON SCHEMA public TO ${role}`);
    const theirs = new URL(database.url);
    theirs.username = role;
    theirs.password = 'p';
    url = theirs.toString();
  });
  afterEach(async () => {
    await queryRows(database.url, `DROP OWNED BY ${role}`);
    await queryRows(database.url, `DROP ROLE ${role}`);
  });
  const key = (of: string) => `pg_catalog.hashtextextended('retort public.migrations${of}', 0)`;
  const history = makeHistory({ slug: 'add_age', up: 'ALTER TABLE users ADD COLUMN age int' });

  /** A session of the superuser. */
  async function withSession<T>(sql: string, use: (pid: number) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: database.url, application_name: 'the shop' });
    await client.connect();
    try {
      await client.query(sql);
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      return await use(rows[0]?.pid ?? 0);
    } finally {
      await client.end();
    }
  }

  it('it is taken before any table is made: whoever does not get it leaves nothing', async () => {
    await withSession(`SELECT pg_advisory_lock(${key('')})`, () =>
      expect(migrate({ database, history, target: 'head', lockTimeoutMs: 0 })).rejects.toMatchObject({
        kind: 'locked',
      }),
    );
    expect(await queryRows(database.url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });

  it('the holder is named without what is not shown', async () => {
    await withSession(`SELECT pg_advisory_lock(${key('')})`, (pid) =>
      expect(migrate({ database: { url }, history, target: 'head', lockTimeoutMs: 0 })).rejects.toMatchObject(
        {
          message: expect.stringMatching(
            new RegExp(
              `^Another runner is migrating this database: the shop, process ${pid} of the server, from \\S+\\.$`,
            ),
          ),
        },
      ),
    );
  });

  it('what a dead runner of another role left is told, with who can end it', async () => {
    await withSession(`SELECT pg_advisory_lock_shared(${key(' worker')})`, (pid) =>
      expect(migrate({ database: { url }, history, target: 'head' })).rejects.toMatchObject({
        message: expect.stringMatching(
          new RegExp(
            `^A runner that died left process ${pid} of the server at work, as the role postgres, and it cannot be ended: (permission denied to terminate process|must be a superuser to terminate superuser process)\\.$`,
          ),
        ),
        at: `process ${pid} of the server`,
        next: `Wait until it is done, or let postgres or a superuser end it: SELECT pg_terminate_backend(${pid}); then run the command again.`,
      }),
    );
  });

  it('who blocks is named without what is not shown', async () => {
    await queryRows(database.url, `CREATE TABLE users (); ALTER TABLE users OWNER TO ${role}`);
    await withSession('BEGIN; LOCK TABLE users', (pid) =>
      expect(
        migrate({
          database: { url },
          history,
          target: 'head',
          statementLockTimeoutMs: 1000,
          lockRetries: 0,
        }),
      ).rejects.toMatchObject({
        message: `The up of 1700000000000_add_age did not get a lock within 1 s. It was held by process ${pid} (the shop): <insufficient privilege>`,
      }),
    );
  });
});
