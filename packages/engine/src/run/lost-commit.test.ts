import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { loseCommit } from '../../test/lose-commit';
import { makeHistory } from '../../test/make-history';
import { queryRows, untilFound } from '../../test/query-rows';
import { migrate } from './run-pending';

const history = makeHistory({ slug: 'add_users', up: 'CREATE TABLE users ()' }, { slug: 'add_widgets' });

const inCode = makeHistory({
  slug: 'add_users',
  up: async (queryRunner) => {
    await queryRunner.query('CREATE TABLE users ()');
  },
});

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

describe('a COMMIT whose answer is lost', () => {
  it('counts as done after an interrupt when the record is there', async () => {
    const abort = new AbortController();
    const proxy = await loseCommit(database.url, () => {
      void untilFound(database.url, 'SELECT FROM migrations').then(() => abort.abort());
    });
    try {
      const done: string[] = [];
      await expect(
        migrate({
          ...{ database: proxy, history, target: 'head', signal: abort.signal },
          onDone: ({ migration }) => done.push(migration.slug),
        }),
      ).rejects.toMatchObject({
        message: 'Interrupted before the up of 1700000000001_add_widgets; what ran before it stays.',
        kind: 'interrupted',
      });
      expect(done).toEqual(['add_users']);
      expect(await queryRows(database.url, 'SELECT * FROM users')).toEqual([]);
    } finally {
      proxy.close();
    }
  });

  it.each([
    ['is sent when the statements are done', inCode, 'while it was committed', '\nCOMMIT'],
    ['is sent together with the statements', history, 'while it ran', ''],
  ])(
    'is told as what it is where the connection was cut and it %s',
    async (_when, cut, during, statement) => {
      const proxy = await loseCommit(database.url, (cutOff) => {
        void untilFound(database.url, 'SELECT FROM migrations').then(cutOff);
      });
      try {
        await expect(migrate({ database: proxy, history: cut, target: 'head' })).rejects.toMatchObject({
          message: `The up of 1700000000000_add_users failed: Connection terminated unexpectedly. The connection was lost ${during}: it is either wholly applied or not at all.`,
          at: `/history/1700000000000_add_users.ts${statement}`,
          next: 'See whether it is applied: retort status',
          kind: 'failed',
        });
      } finally {
        proxy.close();
      }
    },
  );
});
