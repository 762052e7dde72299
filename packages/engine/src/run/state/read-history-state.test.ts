import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { queryRows } from '../../../test/query-rows';
import { threeTables as history } from '../../../test/three-tables';
import { migrate } from '../run-pending';
import { readHistoryState } from './read-history-state';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

describe('readHistoryState', () => {
  it('tells what is applied, pending and missing, and writes nothing', async () => {
    const state = await readHistoryState(database, history);
    expect([state.applied, state.pending, state.missing].map(({ length }) => length)).toEqual([0, 3, 0]);
    expect(await queryRows(database.url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
    await migrate({ database, history, target: '+2' });
    const shorter = { ...history, migrations: history.migrations.slice(1) };
    const { applied, pending, missing } = await readHistoryState(database, shorter);
    expect(applied.map(({ slug }) => slug)).toEqual(['add_widgets']);
    expect(pending.map(({ slug }) => slug)).toEqual(['add_tags']);
    expect(missing).toEqual([{ timestamp: 1700000000000, name: 'AddUsers1700000000000' }]);
  });
});
