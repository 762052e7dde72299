import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { failBeginning } from '../../../test/failing-beginning';
import { type MigrationSketch, makeHistory } from '../../../test/make-history';
import { queryRows } from '../../../test/query-rows';
import { isConnectionLost } from '../../errors/is-connection-lost';
import { migrate } from '../run-pending';
import { withDataSource } from '../session/open-data-source';
import { runMigration } from './run-migration';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const failing: readonly [string, MigrationSketch][] = [
  ['in its transaction', { slug: 'fails', up: 'SELECT 1/0' }],
  [
    'in a transaction of its own',
    {
      slug: 'fails',
      transaction: false,
      up: async (queryRunner) => {
        await queryRunner.query('BEGIN');
        await queryRunner.query('SELECT 1/0');
      },
    },
  ],
];

describe('runMigration', () => {
  it.each(failing)('has rolled back when it says that a migration failed %s', async (_where, sketch) => {
    const [migration] = makeHistory(sketch).migrations;
    if (migration === undefined) throw new Error('no migration');
    await withDataSource(database, 'test', async (dataSource) => {
      const queryRunner = dataSource.createQueryRunner();
      const run = { migration, direction: 'up', rerun: 'again' } as const;
      await expect(runMigration(queryRunner, run)).rejects.toThrow('division by zero');
      expect(await queryRunner.query('SELECT now() = statement_timestamp() AS "isNewTransaction"')).toEqual([
        { isNewTransaction: true },
      ]);
      await queryRunner.release();
    });
  });
});

test('behind a pooler nothing is sent before its transaction has begun: outside of one it would stay', async () => {
  const pooler = await failBeginning(database.url);
  const history = makeHistory({ slug: 'users', up: 'CREATE TABLE users ()' });
  try {
    await expect(migrate({ database: { url: pooler.url }, history, target: 'head' })).rejects.toMatchObject({
      message:
        'The up of 1700000000000_users failed: division by zero. Nothing of it stays: its transaction was rolled back.',
    });
  } finally {
    pooler.close();
  }
  expect(await queryRows(database.url, `SELECT to_regclass('users') AS users`)).toEqual([{ users: null }]);
});

test.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', '57P01'])(
  'after %s only the server can say what became of a migration',
  (code) => {
    expect(isConnectionLost(Object.assign(new Error(`read ${code}`), { code }))).toBe(true);
  },
);

test.each(['ENOENT', '57014', '42P01'])('after %s the connection is there', (code) => {
  expect(isConnectionLost(Object.assign(new Error(code), { code }))).toBe(false);
});
