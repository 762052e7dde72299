import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { type MigrationSketch, makeHistory } from '../../../test/make-history';
import { migrate } from '../run-pending';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const copy = 'CREATE TABLE users (id int); COPY users FROM STDIN';
const connect = 'CREATE TABLE users (id int);\n\\connect shop\nSELECT 1';
const inCode = (sql: string): NonNullable<MigrationSketch['up']> => {
  return async (queryRunner) => void (await queryRunner.query(sql));
};

it.each<[string, Partial<MigrationSketch>, string, string]>([
  ['statements', { up: copy }, 'COPY … FROM STDIN reads', 'INSERT'],
  ['code', { up: inCode(copy) }, 'COPY … FROM STDIN reads', 'INSERT'],
  ['steps', { up: copy, transaction: false }, 'COPY … FROM STDIN reads', 'INSERT'],
  ['statements', { up: connect }, 'connect is a command of psql', 'out of that file'],
  ['code', { up: inCode(connect) }, 'connect is a command of psql', 'out of that file'],
])('what only psql can do is told as that, in a migration of %s', async (_how, sketch, what, next) => {
  const failed = migrate({ database, history: makeHistory({ slug: 'users', ...sketch }), target: 'head' });
  await expect(failed).rejects.toMatchObject({
    message: expect.stringContaining(what),
    next: expect.stringMatching(new RegExp(`${next}.*, then: make db-migrate`)),
    at: expect.stringContaining('/history/1700000000000_users.ts\n'),
    kind: 'failed',
  });
});

it('another syntax error stays what it is', async () => {
  const history = makeHistory({ slug: 'users', up: "SELECT '\n\\d' FROM FROM" });
  await expect(migrate({ database, history, target: 'head' })).rejects.toThrow(
    'syntax error at or near "FROM"',
  );
});
