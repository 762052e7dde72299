import { makeHistory } from '../../../test/make-history';
import type { JournalEntry } from '../../journal/journal-entry';
import { compareHistory, type MigrationStatus } from '../state/compare-history';
import { forgetUnknown } from './forget-unknown';

const history = makeHistory({ slug: 'one' }, { slug: 'two' }, { slug: 'three' });
const theirs = { name: 'Theirs1600000000000', timestamp: 1_600_000_000_000 };

function whatToType(...applied: readonly number[]): string | null {
  const rows = applied.map((at) => {
    const migration = history.migrations[at];
    if (migration === undefined) throw new Error(`no migration ${at}`);
    return { name: migration.recordedName, timestamp: migration.timestamp };
  });
  return forgetUnknown(compareHistory(history, [theirs, ...rows]));
}

describe('what another runner recorded', () => {
  it('is forgotten without counting as applied what has not run', () => {
    expect(whatToType()).toBe('retort stamp base --purge');
    expect(whatToType(0)).toBe('retort stamp 1700000000000_one --purge');
    expect(whatToType(0, 1)).toBe('retort stamp 1700000000001_two --purge');
    expect(whatToType(0, 1, 2)).toBe('retort stamp head --purge');
  });

  it('is told apart from what retort ran, and whose file is gone', () => {
    const { statuses } = compareHistory(history, []);
    const [one, ...others] = statuses.map((status) => ({ ...status }));
    const gone = { ...theirs, stem: '1600000000000_theirs' } as JournalEntry;
    const ran = { ...one, kind: 'applied' } as MigrationStatus;
    const missing: MigrationStatus = { kind: 'missing', row: theirs, entry: gone };
    expect(forgetUnknown({ statuses: [missing, ran, ...others] })).toBe(
      'retort stamp 1700000000000_one --purge',
    );
  });

  it('is not told to be where one that has not run is among those that have', () => {
    expect(whatToType(1)).toBeNull();
    expect(whatToType(0, 2)).toBeNull();
  });
});
