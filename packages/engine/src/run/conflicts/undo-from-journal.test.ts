import { createTestDatabase } from '@retort/services/testing';
import { makeHistory } from '../../../test/make-history';
import { downgrade, migrate } from '../run-pending';
import { readHistoryState } from '../state/read-history-state';
import { undoFromJournal } from './undo-from-journal';

test('what is typed undoes that migration, and those after it', async () => {
  const database = await createTestDatabase();
  try {
    const history = makeHistory(
      { slug: 'a', up: 'CREATE TABLE a ()', down: 'DROP TABLE a' },
      { slug: 'b', up: 'CREATE TABLE b ()', down: 'DROP TABLE b' },
      { slug: 'c', up: 'CREATE TABLE c ()', down: 'DROP TABLE c' },
    );
    await migrate({ database, history, target: 'head' });
    const state = await readHistoryState(database, history);
    expect(state.statuses.map((status) => undoFromJournal(state, status))).toEqual([
      'retort downgrade --from-journal --to base',
      'retort downgrade --from-journal --to 1700000000000_a',
      'retort downgrade --from-journal',
    ]);
    const done = await downgrade({ database, history, target: '1700000000000_a', fromJournal: true });
    expect(done.map(({ migration }) => migration.slug)).toEqual(['c', 'b']);
  } finally {
    await database.drop();
  }
});
