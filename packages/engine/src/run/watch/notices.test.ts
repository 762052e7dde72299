import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { type MigrationSketch, makeHistory } from '../../../test/make-history';
import { queryRows } from '../../../test/query-rows';
import { downgrade, migrate } from '../run-pending';
import { mostNotices } from './notices';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const raise = (text: string) => `DO 'BEGIN RAISE ${text}; END'`;

/** What was told, a line each. */
async function told(
  act: typeof migrate,
  ...sketches: readonly MigrationSketch[]
): Promise<readonly string[]> {
  const lines: string[] = [];
  await act({
    database,
    history: makeHistory(...sketches),
    target: act === migrate ? 'head' : 'base',
    onEvent: (event) => {
      if (event.kind === 'started' || event.kind === 'done')
        lines.push(`${event.kind} ${event.migration.slug}`);
      if (event.kind === 'noticesLeftOut') lines.push(`${event.count} more of ${event.migration.slug}`);
      if (event.kind !== 'notice') return;
      const { migration, severity, message, detail, hint } = event;
      lines.push(
        [migration.slug, severity, message, detail, hint].filter((part) => part !== undefined).join(': '),
      );
    },
  });
  return lines;
}

describe('what the server says beside its answers', () => {
  const sql = raise("WARNING ''careful'' USING DETAIL = ''It is old.'', HINT = ''Renew it.''");

  it.each<[string, MigrationSketch]>([
    ['that is statements', { slug: 'careful', up: sql }],
    ['of one statement, sent together', { slug: 'careful', up: 'DROP TABLE IF EXISTS missing' }],
    [
      'that is more than statements',
      { slug: 'careful', up: async (runner) => void (await runner.query(sql)) },
    ],
    [
      'that runs by steps',
      { slug: 'careful', transaction: false, up: async (runner) => void (await runner.query(sql)) },
    ],
  ])('is told of a migration %s', async (_kind, sketch) => {
    const says =
      sketch.up === 'DROP TABLE IF EXISTS missing'
        ? 'careful: NOTICE: table "missing" does not exist, skipping'
        : 'careful: WARNING: careful: It is old.: Renew it.';
    expect(await told(migrate, sketch)).toEqual(['started careful', says, 'done careful']);
  });

  it('is told on the way down too, and without its passwords', async () => {
    const quiet: MigrationSketch = { slug: 'quiet', down: raise("NOTICE ''postgres://me:secret@host''") };
    await told(migrate, quiet);
    expect(await told(downgrade, quiet)).toEqual([
      'started quiet',
      'quiet: NOTICE: postgres://me:******@host',
      'done quiet',
    ]);
  });

  it('is told of the migration that it is said of, also where many are sent together', async () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index);
    const sketches = numbers.map((index) => ({
      slug: `say_${index}`,
      up: `DROP TABLE IF EXISTS missing_${index}`,
    }));
    expect(await told(migrate, ...sketches)).toEqual(
      numbers.flatMap((index) => [
        `started say_${index}`,
        `say_${index}: NOTICE: table "missing_${index}" does not exist, skipping`,
        `done say_${index}`,
      ]),
    );
  });

  it('is not told where it is for debugging the server', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await queryRows(database.url, `ALTER DATABASE ${name} SET client_min_messages = debug5`);
    expect(await told(migrate, { slug: 'quiet' })).toEqual(['started quiet', 'done quiet']);
  });

  it('is cut short where there is too much of it', async () => {
    const up = `SELECT set_config('client_min_messages', 'notice', true); CREATE FUNCTION say(n int) RETURNS void
      LANGUAGE plpgsql AS 'BEGIN RAISE NOTICE ''row %'', n; END'; SELECT say(n) FROM generate_series(1, 5000) n`;
    const lines = await told(migrate, { slug: 'loud', up }, { slug: 'quiet' });
    expect(lines.slice(0, 3)).toEqual(['started loud', 'loud: NOTICE: row 1', 'loud: NOTICE: row 2']);
    expect(lines.slice(mostNotices + 1)).toEqual([
      `${5000 - mostNotices} more of loud`,
      ...['done loud', 'started quiet', 'done quiet'],
    ]);
  });
});
