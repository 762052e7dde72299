import { createTestDatabase } from '@retort/services/testing';
import { planWish as plan, runEach as run } from '../../test/plan-wish';
import { planMigration } from './plan-migration';

describe('the database in use', () => {
  test('keeps what is not ours, and it is named', async () => {
    const planned = await plan({
      before: 'CREATE TABLE t (a int)',
      after: 'CREATE TABLE t (a int, b int)',
      rows: 'CREATE TABLE theirs (a int)',
    });
    expect(planned.notes).toEqual([
      "The table public.theirs is neither the models' nor the history's: left alone.",
    ]);
  });

  test('has its say on a check', async () => {
    expect(
      await plan({
        before: 'CREATE TABLE t (a int)',
        after: 'CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0))',
        rows: 'INSERT INTO t VALUES (-1)',
      }),
    ).toMatchObject({
      kind: 'refused',
      refusals: [
        {
          what: 'The rows of the database in use do not allow it: Add check positive to t: check constraint "positive" of relation "t" is violated by some row',
        },
      ],
    });
  });

  test.each([
    ['backfills', 't.a=b', 'CREATE TABLE t (a text NOT NULL, b text)'],
    ['using', 't.a=a::integer', 'CREATE TABLE t (a integer, b text)'],
  ] as const)('has its say on an expression that was given: %s', async (option, given, after) => {
    const before = 'CREATE TABLE t (a text, b text)';
    const rows = "INSERT INTO t VALUES (NULL, NULL), ('x', NULL)";
    expect(await plan({ before, after, rows, [option]: [given] })).toMatchObject({
      kind: 'refused',
      refusals: [
        {
          next: expect.stringMatching(
            `^Correct the expression that was given: ${given}; or write a migration that puts the rows right first\n`,
          ),
        },
      ],
    });
  });

  test('may be what the history made under another name of its server, and is tried all the same', async () => {
    const { url, drop } = await createTestDatabase();
    await run(url, 'CREATE TABLE t (a int)', 'INSERT INTO t VALUES (1), (NULL)');
    const live = new URL(url);
    live.hostname = live.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    const wish = {
      from: url,
      live: live.href,
      to: { entities: [] },
      sql: ['CREATE TABLE t (a int NOT NULL)'],
    };
    expect(await planMigration(wish)).toMatchObject({
      questions: [{ text: expect.stringMatching(/^1 row of t has no a\. /) }],
    });
    const startedAtMs = performance.now();
    expect(await planMigration({ ...wish, backfills: ['t.a=0'] })).toMatchObject({
      kind: 'ready',
      notes: ['The way back does not tell which rows of t had no a.'],
    });
    // So long the server would wait for those who are connected to what it is to clone.
    expect(performance.now() - startedAtMs).toBeLessThan(5000);
    await drop();
  });

  test('that is not where the history is, is not tried', async () => {
    const [from, live] = [await createTestDatabase(), await createTestDatabase()];
    await run(from.url, 'CREATE TABLE t (a int)');
    await run(live.url, 'CREATE TABLE t (z int)');
    const to = { entities: [] };
    const planned = await planMigration({
      from: from.url,
      live: live.url,
      to,
      sql: ['CREATE TABLE t (a int, b int)'],
    });
    expect(planned.notes).toEqual([
      'Not tried on the database in use: it is not where the history is: column public.t.a is gone.',
    ]);
    await from.drop();
    await live.drop();
  });
});
