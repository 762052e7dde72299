import { readdirSync } from 'node:fs';
import {
  createTestDatabase,
  startTestServer,
  type TestDatabase,
  type TestServer,
} from '@retort/services/testing';
import { loadModule } from '../../test/load-module';
import { makeHistory } from '../../test/make-history';
import { queryRows, untilFound } from '../../test/query-rows';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { readHistory } from '../history/read-history';
import { prepareManualMigration, prepareMigration } from './prepare-migration';

const format = (_path: string, text: string) => Promise.resolve(text);

describe('prepareManualMigration', () => {
  it('writes a migration that the history then holds', async () => {
    await withTemporaryFolder({}, async (folder) => {
      const { name, path } = await prepareManualMigration({
        history: { folder, migrations: [] },
        message: 'Backfill names',
        format,
        nowMs: 1763812345678,
      });
      expect(name.stem).toBe('1763812345678_backfill_names');
      const { migrations } = await readHistory(folder, loadModule);
      expect(migrations.map((migration) => migration.path)).toEqual([path]);
    });
  });

  it('writes nothing without a message', async () => {
    await withTemporaryFolder({}, async (folder) => {
      const history = { folder, migrations: [] };
      await expect(
        prepareManualMigration({ history, message: undefined, format, nowMs: 1763812345678 }),
      ).rejects.toMatchObject({ message: 'The migration has no message.', kind: 'settings' });
      expect(readdirSync(folder)).toEqual([]);
    });
  });
});

describe('prepareMigration', () => {
  // Of its own: it looks at all scratch databases of the server.
  let server: TestServer;
  let database: TestDatabase;
  beforeAll(async () => {
    server = await startTestServer();
    database = await createTestDatabase();
  });
  afterAll(() => server.stop());

  it('can be interrupted while the history is replayed: it writes nothing and leaves no database', async () => {
    await withTemporaryFolder({}, async (folder) => {
      const { migrations } = makeHistory({ slug: 'sleep', up: 'SELECT pg_sleep(60)' });
      const abort = new AbortController();
      const preparing = prepareMigration({
        history: { folder, migrations },
        message: 'Add tags',
        format,
        nowMs: 1763812345678,
        entities: { entities: [] },
        server: database.url,
        signal: abort.signal,
      }).catch((error: unknown) => error);
      const asleep = `SELECT FROM pg_stat_activity WHERE datname LIKE 'retort\\_scratch\\_%' AND wait_event = 'PgSleep'`;
      await untilFound(database.url, asleep);
      abort.abort();
      expect(await preparing).toMatchObject({
        message: 'Interrupted. Nothing was written, and the scratch databases were dropped.',
        at: 'Ctrl-C',
        next: 'Run the command again.',
        kind: 'interrupted',
      });
      expect(await queryRows(database.url, asleep)).toEqual([]);
      expect(
        await queryRows(database.url, `SELECT FROM pg_database WHERE datname LIKE 'retort\\_scratch\\_%'`),
      ).toEqual([]);
      expect(readdirSync(folder)).toEqual([]);
    });
  });
});
