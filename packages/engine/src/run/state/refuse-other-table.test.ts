import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { makeHistory } from '../../../test/make-history';
import { queryRows } from '../../../test/query-rows';
import type { Database } from '../../connect/database';
import { migrate } from '../run-pending';
import { stamp } from '../stamp';
import { readHistoryState } from './read-history-state';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const history = makeHistory({ slug: 'add_users', up: 'CREATE TABLE users ()', down: 'DROP TABLE users' });
const tableOf = (name: string, recorded: string) =>
  `CREATE TABLE ${name} (id SERIAL PRIMARY KEY, "timestamp" bigint NOT NULL, name varchar NOT NULL);
   INSERT INTO ${name} ("timestamp", name) VALUES (1700000000000, '${recorded}')`;

const ways = {
  status: (of: Database) => readHistoryState(of, history),
  migrate: (of: Database) => migrate({ database: of, history, target: 'head' }),
  stamp: (of: Database) => stamp({ database: of, history, target: 'head', purge: false }),
};

describe.each(Object.entries(ways))('%s', (_name, run) => {
  it('does not run a history again that TypeORM recorded in another table', async () => {
    await queryRows(database.url, tableOf('typeorm_migrations', 'AddUsers1700000000000'));
    await expect(run(database)).rejects.toMatchObject({
      kind: 'settings',
      message:
        'Nothing is recorded in public.migrations, and public.typeorm_migrations has migrations of this history, such as AddUsers1700000000000: they would run a second time.',
      next: "Set it in retort.config.ts: migrationsTable: 'typeorm_migrations'\nWhere the other table is of no account, say so: migrationsTable: 'migrations'",
    });
    expect(
      await queryRows(database.url, `SELECT to_regclass('users') u, to_regclass('migrations') m`),
    ).toEqual([{ u: null, m: null }]);
    await run({ ...database, migrationsTable: 'typeorm_migrations' });
  });
});

it('names the schema where that is the difference', async () => {
  await queryRows(database.url, 'CREATE SCHEMA app');
  await queryRows(database.url, tableOf('app.migrations', 'AddUsers1700000000000'));
  await expect(ways.status(database)).rejects.toMatchObject({
    next: expect.stringContaining("Set it in retort.config.ts: schema: 'app'\n"),
  });
});

describe('lets pass', () => {
  it('a table of its shape that holds names of another history', async () => {
    await queryRows(database.url, tableOf('typeorm_migrations', 'Theirs1700000000000'));
    expect((await ways.status(database)).pending).toHaveLength(1);
  });

  it('a table that the settings say is not it', async () => {
    await queryRows(database.url, tableOf('typeorm_migrations', 'AddUsers1700000000000'));
    expect((await ways.status({ ...database, migrationsTable: 'migrations' })).pending).toHaveLength(1);
  });

  it('the same history in another schema, where a schema was chosen', async () => {
    await queryRows(database.url, 'CREATE SCHEMA one; CREATE SCHEMA two');
    await queryRows(database.url, tableOf('one.migrations', 'AddUsers1700000000000'));
    expect((await ways.status({ ...database, schema: 'two' })).pending).toHaveLength(1);
    const url = new URL(database.url);
    url.searchParams.set('options', '-c search_path=two');
    expect((await ways.status({ url: url.toString() })).pending).toHaveLength(1);
  });
});
