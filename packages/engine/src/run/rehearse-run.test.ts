import { createTestDatabase } from '@retort/services/testing';
import { makeHistory } from '../../test/make-history';
import { queryRows } from '../../test/query-rows';
import { rehearseRun } from './rehearse-run';

test('a rehearsal tells which locks were taken of what was there, what was rewritten and written, and what was left out', async () => {
  const database = await createTestDatabase();
  try {
    await queryRows(
      database.url,
      'CREATE TABLE users (id int); CREATE TABLE kept (id int); INSERT INTO users VALUES (1)',
    );
    const concurrently = 'CREATE INDEX CONCURRENTLY ix_users ON users (id)';
    const history = makeHistory(
      {
        slug: 'widen',
        up: async (queryRunner) => {
          await queryRunner.query('ALTER TABLE users ALTER id TYPE bigint');
          await queryRunner.query('CREATE TABLE made (id int)');
          await queryRunner.query('INSERT INTO kept VALUES (1), (2)');
          await queryRunner.query('UPDATE kept SET id = 3 WHERE id = 2');
        },
      },
      { slug: 'index', transaction: false, up: concurrently },
    );
    const [widened, indexed] = await rehearseRun(database, history, 'up', 'head', {});
    expect(widened).toMatchObject({
      rewritten: ['users'],
      rows: [{ table: 'kept', inserted: 2, updated: 1, deleted: 0 }],
      leftOut: [],
    });
    // The strongest first; none of what is new.
    expect(widened?.locks.at(0)).toEqual({ relation: 'users', mode: 'AccessExclusiveLock' });
    expect(widened?.locks.at(-1)).toEqual({ relation: 'kept', mode: 'RowExclusiveLock' });
    expect(widened?.locks.filter(({ relation }) => relation === 'made')).toEqual([]);
    expect(indexed).toMatchObject({ rewritten: [], rows: [], leftOut: [concurrently] });
    expect(await queryRows(database.url, 'SELECT id FROM kept')).toEqual([]);
  } finally {
    await database.drop();
  }
});
