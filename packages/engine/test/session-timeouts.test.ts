import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { writeBaseline } from '../src/baseline/write-baseline';
import { planChanges } from '../src/compare/plan-changes';
import type { EntityOptions } from '../src/desired/entity-options';
import { planMigration } from '../src/pipeline/plan-migration';
import { verifyHistory } from '../src/verify/verify-history';
import { queryRows } from './query-rows';
import { withTemporaryFolder } from './temporary-folder';
import { type WrittenHistory, writtenHistory } from './written-history';

const server = String(process.env.RETORT_TEST_SERVER);
/** Shorter than {@link busy}, and longer than a server at work takes for the first query. */
const timeouts = [
  'statement_timeout',
  'idle_session_timeout',
  'idle_in_transaction_session_timeout',
  'transaction_timeout',
] as const;
const busy = 'SELECT pg_sleep(0.8)';
/** Its making calls what sleeps. */
const slowToMake = `CREATE MATERIALIZED VIEW slow AS SELECT 1 AS n, ${busy.replace('SELECT ', '')}::text AS s`;
const made = ['CREATE TABLE t (id integer CONSTRAINT pk PRIMARY KEY, n text)'];
const wanted = ['CREATE TABLE t (id integer CONSTRAINT pk PRIMARY KEY, n integer)', busy];
const entities: EntityOptions = { entities: [] };

/** The URL with a role of its own, which has all of the timeouts. */
function as(role: string, url: string): string {
  const own = new URL(url);
  own.username = role;
  own.password = 'hurried';
  return own.href;
}

describe('a role whose sessions time out', () => {
  const role = `hurried_${process.pid}`;
  let from: TestDatabase;
  let live: TestDatabase;
  let history: WrittenHistory;

  beforeAll(async () => {
    await queryRows(server, `CREATE ROLE ${role} LOGIN SUPERUSER PASSWORD 'hurried'`);
    const known = await queryRows(server, 'SELECT name FROM pg_settings WHERE name = ANY ($1)', [
      [...timeouts],
    ]);
    for (const { name } of known) await queryRows(server, `ALTER ROLE ${role} SET ${name} = '500ms'`);
    from = await createTestDatabase();
    live = await createTestDatabase();
    history = writtenHistory();
    history.write(1, 'make', { up: [...made, busy], down: ['DROP TABLE t'] });
    for (const { url } of [from, live]) await queryRows(url, made.join(';'));
    await queryRows(live.url, 'INSERT INTO t SELECT n, n FROM generate_series(1, 3) AS n');
  });

  afterAll(async () => {
    history.dispose();
    await from.drop();
    await live.drop();
    await queryRows(server, `DROP ROLE ${role}`);
  });

  const answers = { using: ['t.n=n::int'] };

  it('plans a migration', async () => {
    const plan = await planMigration({
      from: as(role, from.url),
      to: entities,
      sql: wanted,
      live: as(role, live.url),
      ...answers,
    });
    expect(plan).toMatchObject({ kind: 'ready', notes: [] });
  });

  it('prepares one', async () => {
    const { plan } = await planChanges({
      history: await history.read(),
      entities,
      sql: wanted,
      server: as(role, live.url),
      live: as(role, live.url),
      answers,
    });
    expect(plan).toMatchObject({ kind: 'ready', notes: [] });
  });

  it('verifies a history', async () => {
    const verified = verifyHistory({
      history: await history.read(),
      entities,
      sql: made,
      server: as(role, live.url),
    });
    expect(await verified).toEqual({ kind: 'holds' });
  });

  it('proves a baseline', async () => {
    await queryRows(live.url, slowToMake);
    const { up } = await withTemporaryFolder({}, (folder) =>
      writeBaseline({
        database: { url: as(role, live.url) },
        server: as(role, live.url),
        history: { folder, migrations: [] },
        message: 'baseline',
        format: (_path, text) => Promise.resolve(text),
        nowMs: 1,
      }),
    );
    expect(up.map(({ sql }) => sql)).toContainEqual(expect.stringContaining('slow'));
  });
});
