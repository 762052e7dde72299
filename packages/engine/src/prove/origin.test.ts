import { createTestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { runEach } from '../../test/plan-wish';
import { withConnection } from '../connect/connect';
import { tablesWithRows } from './origin';

const inPublic = (name: string) => ({ schema: 'public', name });

test('tables are asked for rows again where others lock them the other way round', async () => {
  const database = await createTestDatabase();
  const other = new Client({ connectionString: database.url });
  await other.connect();
  try {
    await runEach(
      database.url,
      'CREATE TABLE a (x int)',
      'CREATE TABLE b (x int)',
      'INSERT INTO b VALUES (1)',
    );
    await other.query('BEGIN; LOCK TABLE b');
    const [a, b] = [inPublic('a'), inPublic('b')];
    const asking = withConnection(database.url, (client) => tablesWithRows(client, [a, b]));
    const waits =
      'SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())';
    while ((await other.query(waits)).rowCount === 0) await other.query('SELECT pg_sleep(0.05)');
    await other.query('LOCK TABLE a');
    await other.query('COMMIT');
    expect(await asking).toEqual([b]);
  } finally {
    await other.end();
    await database.drop();
  }
});
