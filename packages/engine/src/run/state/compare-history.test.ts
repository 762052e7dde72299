import { makeHistory } from '../../../test/make-history';
import { compareHistory } from './compare-history';

const history = makeHistory({ slug: 'add_users' }, { slug: 'add_widgets' }, { slug: 'add_tags' });

describe('compareHistory', () => {
  it('tells what ran, in the order in which it ran, what will run, in order of time, and what has no file', () => {
    const gone = { timestamp: 1, name: 'Gone0000000000001' };
    const { applied, pending, missing } = compareHistory(history, [
      { timestamp: 1700000000002, name: 'AddTags1700000000002' },
      gone,
      { timestamp: 1700000000000, name: 'AddUsers1700000000000' },
    ]);
    expect(applied.map(({ slug }) => slug)).toEqual(['add_tags', 'add_users']);
    expect(pending.map(({ slug }) => slug)).toEqual(['add_widgets']);
    expect(missing).toEqual([gone]);
  });

  it('counts a migration once that two executors of TypeORM recorded at the same time', () => {
    const row = { timestamp: 1700000000000, name: 'AddUsers1700000000000' };
    expect(compareHistory(history, [row, row]).applied.map(({ slug }) => slug)).toEqual(['add_users']);
  });
});
