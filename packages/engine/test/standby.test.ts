import type { MigrationLock } from '../src/run/lock/with-migration-lock';
import { findOutcome } from '../src/run/one/find-outcome';
import { writeProtection } from '../src/run/protection';
import { downgrade, migrate } from '../src/run/run-pending';
import { stamp } from '../src/run/stamp';
import { readHistoryState } from '../src/run/state/read-history-state';
import { makeHistory } from './make-history';
import { canHaveOwnServer, type OwnServer, startOwnServer } from './own-server';
import { queryRows } from './query-rows';

const here = canHaveOwnServer ? describe : describe.skip;

here('a hot standby', () => {
  const users = { slug: 'add_users', up: 'CREATE TABLE users ()', down: 'DROP TABLE users' };
  const history = makeHistory(users, { slug: 'add_widgets', up: 'CREATE TABLE widgets ()' });
  let standby: OwnServer;
  beforeAll(async () => {
    standby = await startOwnServer();
    await migrate({ database: database(), history, target: '+1' });
    await standby.stop();
    standby.write('standby.signal', '');
    await standby.start();
  });
  afterAll(async () => {
    await standby.stop();
    standby.remove();
  });

  const database = () => ({ url: standby.url });
  const shown = () => new URL(standby.url).host;

  it.each([
    ['migrate', (options: Parameters<typeof migrate>[0]) => migrate(options), 'head'],
    ['downgrade', (options: Parameters<typeof migrate>[0]) => downgrade(options), 'base'],
  ])('refuses to %s, before anything is run', async (_name, act, target) => {
    await expect(act({ database: database(), history, target })).rejects.toMatchObject({
      message: 'The server is a standby, which only reads: nothing can be migrated there.',
      at: `${shown()}/postgres`,
      next: 'Set POSTGRES_URL to the primary server.',
      kind: 'refused',
    });
  });

  it.each([
    ['stamp', () => stamp({ database: database(), history, target: 'head', purge: false })],
    ['protect', () => writeProtection(database(), 'since today')],
  ])('refuses to %s', async (_name, act) => {
    await expect(act()).rejects.toMatchObject({
      message: 'The server is a standby, which only reads: nothing can be migrated there.',
      at: `${shown()}/postgres`,
      next: 'Set POSTGRES_URL to the primary server.',
      kind: 'refused',
    });
  });

  it('says where it stands', async () => {
    const { applied, pending } = await readHistoryState(database(), history);
    expect([applied, pending].map((each) => each.map(({ slug }) => slug))).toEqual([
      ['add_users'],
      ['add_widgets'],
    ]);
  });

  // The last of them: it is no standby then.
  it('is not asked what became of a migration before it has taken the place of its primary', async () => {
    const [migration] = history.migrations;
    if (migration === undefined) throw new Error('no migration');
    const lock = { isLost: () => true } as MigrationLock;
    const location = { schema: 'public', table: 'migrations', exists: true, journalExists: true };
    let isTold = false;
    const asked = findOutcome({
      database: database(),
      lock,
      location,
      migration,
      behind: [],
      direction: 'up',
      signal: undefined,
    }).finally(() => {
      isTold = true;
    });
    const askers = new Set<unknown>();
    while (askers.size < 2 && !isTold) {
      const seen = await queryRows(
        standby.url,
        "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'retort migration lock, %'",
      );
      for (const { pid } of seen) askers.add(pid);
    }
    expect(isTold).toBe(false);
    await queryRows(standby.url, 'SELECT pg_promote()');
    expect(await asked).toEqual({ kind: 'done', behind: 0 });
  });
});
