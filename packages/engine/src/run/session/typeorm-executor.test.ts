import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { DataSource, type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { queryRows } from '../../../test/query-rows';
import type { Database } from '../../connect/database';
import type { History } from '../../history/history';
import { downgrade, migrate } from '../run-pending';
import { readHistoryState } from '../state/read-history-state';

class AddUsers1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(new Table({ name: 'users', columns: [{ name: 'id', type: 'text' }] }));
  }
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('users');
  }
}

class AddWidgets1700000000001 implements MigrationInterface {
  readonly name = 'Widgets1700000000001';
  readonly transaction = false;
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE widgets ()');
  }
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE widgets');
  }
}

const classes = [AddUsers1700000000000, AddWidgets1700000000001];

function historyOf(...migrationClasses: readonly (new () => MigrationInterface)[]): History {
  return {
    folder: '/history',
    migrations: migrationClasses.map((migrationClass) => {
      const instance = new migrationClass();
      const recordedName = instance.name ?? migrationClass.name;
      const timestamp = Number(recordedName.slice(-13));
      const slug = recordedName.slice(0, -13);
      const stem = `${timestamp}-${slug}`;
      const path = `/history/${stem}.ts`;
      return { timestamp, slug, stem, path, exportedName: migrationClass.name, recordedName, instance };
    }),
  };
}

const history = historyOf(...classes);

/** TypeORM's own executor on the database, told to keep its table where ours does. */
async function withExecutor<T>(
  { url, schema, migrationsTable }: Database,
  use: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    migrations: classes,
    migrationsTransactionMode: 'each',
    ...(schema === undefined ? {} : { schema }),
    ...(migrationsTable === undefined ? {} : { migrationsTableName: migrationsTable }),
  });
  await dataSource.initialize();
  try {
    return await use(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(() => test.drop());

const places = {
  'the default': {},
  'a table of another name': { migrationsTable: 'Runs' },
  'a schema of its own': { schema: 'App Data', migrationsTable: 'Runs' },
  'a path in the name of the table': { migrationsTable: 'Audit.Runs' },
};

/** Everything that tells one `migrations` table from another. */
const layout = `SELECT n.nspname, c.relname, a.attname, a.attnum, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull,
    pg_get_expr(d.adbin, d.adrelid) AS "default", pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) AS sequence,
    (SELECT string_agg(conname || ' ' || pg_get_constraintdef(k.oid), ', ' ORDER BY conname) FROM pg_constraint k WHERE k.conrelid = c.oid) AS constraints
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema)' AND c.relname IN ('migrations', 'Runs') ORDER BY a.attnum`;

describe.each(Object.entries(places))("TypeORM's executor and ours, with %s", (_name, place) => {
  async function createSchemas(): Promise<void> {
    await queryRows(test.url, 'CREATE SCHEMA IF NOT EXISTS "App Data"');
    await queryRows(test.url, 'CREATE SCHEMA IF NOT EXISTS "Audit"');
  }

  it('make the same table', async () => {
    await migrate({ database: { url: test.url, ...place }, history: historyOf(), target: 'head' });
    const ours = await queryRows(test.url, layout);
    const other = await createTestDatabase();
    try {
      for (const schema of ['App Data', 'Audit']) await queryRows(other.url, `CREATE SCHEMA "${schema}"`);
      await withExecutor({ url: other.url, ...place }, (dataSource) => dataSource.runMigrations());
      expect(ours).toEqual(await queryRows(other.url, layout));
      expect(ours).toHaveLength(3);
    } finally {
      await other.drop();
    }
  });

  it('take over from each other', async () => {
    await createSchemas();
    const database: Database = { url: test.url, ...place };
    const first = historyOf(AddUsers1700000000000);
    expect(await migrate({ database, history: first, target: 'head' })).toHaveLength(1);
    await withExecutor(database, async (dataSource) => {
      expect((await dataSource.runMigrations()).map(({ name }) => name)).toEqual(['Widgets1700000000001']);
      expect(await dataSource.showMigrations()).toBe(false);
    });
    const state = await readHistoryState(database, history);
    expect(state.applied.map(({ slug }) => slug)).toEqual(['AddUsers', 'Widgets']);
    expect(await migrate({ database, history, target: 'head' })).toEqual([]);
    expect(await downgrade({ database, history, target: '-1' })).toHaveLength(1);
    await withExecutor(database, async (dataSource) => {
      await dataSource.undoLastMigration();
      expect(await dataSource.runMigrations()).toHaveLength(2);
    });
    expect(await downgrade({ database, history, target: 'base' })).toHaveLength(2);
    await withExecutor(database, async (dataSource) => {
      expect(await dataSource.showMigrations()).toBe(true);
    });
  });
});

describe('where the migrations are recorded', () => {
  it('is any name that Postgres takes', async () => {
    const database = { url: test.url, schema: 'The "App"', migrationsTable: 'what "ran"; DROP' };
    await migrate({ database, history: historyOf(AddWidgets1700000000001), target: 'head' });
    expect(await queryRows(test.url, 'SELECT name FROM "The ""App"""."what ""ran""; DROP"')).toEqual([
      { name: 'Widgets1700000000001' },
    ]);
    expect((await readHistoryState(database, history)).pending).toHaveLength(1);
  });

  it('is the first schema of the search_path, not another of the path that has such a table', async () => {
    await migrate({ database: test, history: historyOf(AddWidgets1700000000001), target: 'head' });
    await queryRows(test.url, 'CREATE SCHEMA app');
    const url = `${test.url}?options=-c%20search_path%3Dapp,public`;
    expect((await readHistoryState({ url }, history)).pending).toHaveLength(2);
    await migrate({ database: { url }, history: historyOf(AddUsers1700000000000), target: 'head' });
    expect(await queryRows(test.url, 'SELECT name FROM app.migrations')).toEqual([
      { name: 'AddUsers1700000000000' },
    ]);
  });

  it('says that there is no schema for it', async () => {
    await queryRows(test.url, 'DROP SCHEMA public');
    await expect(migrate({ database: test, history, target: 'head' })).rejects.toMatchObject({
      message: "There is no schema for TypeORM's table migrations: no schema of the search_path exists.",
      at: 'search_path = "$user", public',
      next: 'Make one of its schemas, correct it (ALTER ROLE or ALTER DATABASE … SET search_path = …), or set the schema in the settings',
      kind: 'settings',
    });
  });

  it('needs no right to make the table where it is there, and says which right is missing', async () => {
    const role = `runner_${Math.random().toString(36).slice(2)}`;
    await queryRows(test.url, `CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
    // As it is by itself since Postgres 15.
    await queryRows(test.url, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    const url = new URL(test.url);
    url.username = role;
    url.password = 'x';
    const database = { url: url.toString() };
    try {
      await expect(migrate({ database, history: historyOf(), target: 'head' })).rejects.toMatchObject({
        message: "TypeORM's table of what ran cannot be made: permission denied for schema public.",
        at: '"public"."migrations"',
        next: 'Connect as a role that may, or give yours the right: GRANT CREATE ON SCHEMA "public" TO your_role',
      });
      await migrate({ database: test, history: historyOf(), target: 'head' });
      await expect(readHistoryState(database, history)).rejects.toMatchObject({
        message: "TypeORM's table of what ran cannot be read: permission denied for table migrations.",
        at: '"public"."migrations"',
        next: 'Connect as a role that may, or give yours the right: GRANT SELECT ON "public"."migrations" TO your_role',
      });
      await queryRows(test.url, `GRANT SELECT ON migrations TO ${role}`);
      await expect(readHistoryState(database, history)).rejects.toMatchObject({
        message: 'The journal of what ran cannot be read: permission denied for table retort_journal.',
        at: '"public"."retort_journal"',
        next: 'Connect as a role that may, or give yours the right: GRANT SELECT ON "public"."retort_journal" TO your_role',
      });
      await queryRows(test.url, `GRANT SELECT ON retort_journal TO ${role}`);
      expect(await migrate({ database, history: historyOf(), target: 'head' })).toEqual([]);
    } finally {
      await queryRows(test.url, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });
});
