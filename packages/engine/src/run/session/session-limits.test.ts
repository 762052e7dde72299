import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import type { QueryRunner } from 'typeorm';
import { makeHistory } from '../../../test/make-history';
import { queryRows } from '../../../test/query-rows';
import { parseDatabaseUrl } from '../../connect/parse-database-url';
import { rehearseRun } from '../rehearse-run';
import { migrate } from '../run-pending';
import type { RunEvent } from '../watch/run-events';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

/** In another database, so that the session under test idles meanwhile, and no timeout of its database counts. */
const pause = () => queryRows(process.env.RETORT_TEST_SERVER ?? '', 'SELECT pg_sleep(1)');

const idles = async (queryRunner: QueryRunner) => {
  await queryRunner.query('SELECT 1');
  await pause();
  await queryRunner.query('SELECT 1');
};

it('the timeouts of a role that are meant for applications end no migration, no hook and no rehearsal', async () => {
  const name = parseDatabaseUrl(database.url).database;
  const [server] = await queryRows(
    database.url,
    `SELECT current_setting('server_version_num')::int AS version`,
  );
  const settings = [
    'lock_timeout',
    'idle_session_timeout',
    'idle_in_transaction_session_timeout',
    ...(Number(server?.version) < 170_000 ? [] : ['transaction_timeout']),
  ];
  for (const setting of settings)
    await queryRows(database.url, `ALTER DATABASE "${name}" SET ${setting} = '500ms'`);
  const history = makeHistory(
    { slug: 'statements', up: 'SELECT pg_sleep(1)' },
    { slug: 'code', up: idles },
    { slug: 'steps', transaction: false, up: idles },
    { slug: 'last' },
  );
  expect(await rehearseRun(database, history, 'up', 'head', {})).toHaveLength(4);
  const done = await migrate({
    database,
    history,
    target: 'head',
    hooks: { afterEach: async () => void (await pause()) },
  });
  expect(done).toHaveLength(4);
});

it('a statement that runs long is told after two seconds, and then once a second', async () => {
  const told: number[] = [];
  const onEvent = (event: RunEvent) => {
    if (event.kind === 'running') told.push(Math.floor(event.elapsedMs / 1000));
  };
  await migrate({
    database,
    target: 'head',
    onEvent,
    history: makeHistory({ slug: 'slow', up: 'SELECT pg_sleep(3.6)' }),
  });
  expect(told).toEqual([2, 3]);
});
