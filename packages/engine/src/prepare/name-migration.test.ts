import { catchError } from '../../test/catch-error';
import { makeHistory } from '../../test/make-history';
import { nameMigration } from './name-migration';

const history = makeHistory({ slug: 'add_users' }, { slug: 'add_widgets' });

describe('nameMigration', () => {
  it('takes the time and the message', () => {
    expect(nameMigration(history, 'Add tags', 1763812345678)).toEqual({
      timestamp: 1763812345678,
      slug: 'add_tags',
      stem: '1763812345678_add_tags',
    });
  });

  it('comes after the latest migration, also where the clock is behind it', () => {
    expect(nameMigration(history, 'Add tags', 1600000000000).timestamp).toBe(1700000000002);
  });

  it('refuses a message that is used already', () => {
    expect(catchError(() => nameMigration(history, 'Add: USERS!', 1763812345678))).toMatchObject({
      message: 'The message "Add: USERS!" is already that of 1700000000000_add_users.',
      at: '/history/1700000000000_add_users.ts',
      next: 'Say what this migration does that the other does not, or do the other again: undo it if it has run (make db-downgrade), delete its file, and repeat this command.',
      kind: 'settings',
    });
  });
});
