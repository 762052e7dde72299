import { migrate } from '../src/run/run-pending';
import { makeHistory } from './make-history';
import { canHaveOwnServer, type OwnServer, startOwnServer } from './own-server';
import { queryRows, untilFound } from './query-rows';

const waiting = `SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep'`;

(canHaveOwnServer ? describe : describe.skip)(
  'a server that waits for a standby which does not answer',
  () => {
    let server: OwnServer;
    beforeEach(async () => {
      server = await startOwnServer();
    });
    afterEach(async () => {
      await server.stop();
      server.remove();
    });

    async function waitForStandby(): Promise<void> {
      await queryRows(server.url, `ALTER SYSTEM SET synchronous_standby_names = 'nobody'`);
      await queryRows(server.url, 'SELECT pg_reload_conf()');
      await untilFound(server.url, `SELECT WHERE current_setting('synchronous_standby_names') = 'nobody'`);
    }

    /** Interrupts it when it waits, and tells what it said. */
    async function interrupt(history: ReturnType<typeof makeHistory>) {
      const abort = new AbortController();
      const told: string[] = [];
      const running = migrate({
        database: { url: server.url },
        history,
        target: 'head',
        signal: abort.signal,
        onEvent: (event) => {
          if (event.kind === 'done') told.push(event.migration.slug);
          if (event.kind === 'notice') told.push(event.message);
        },
      }).catch((error: unknown) => error);
      await untilFound(server.url, waiting);
      abort.abort();
      return { told, error: await running };
    }

    it('is interrupted in its COMMIT: the migration is done, and told as done', async () => {
      const first = { slug: 'first' };
      await migrate({ database: { url: server.url }, history: makeHistory(first), target: 'head' });
      await waitForStandby();
      const { told, error } = await interrupt(makeHistory(first, { slug: 'second' }, { slug: 'third' }));
      expect(told).toEqual([
        expect.stringContaining('canceling the wait for synchronous replication'),
        'second',
      ]);
      expect(error).toMatchObject({
        message: 'Interrupted before the up of 1700000000002_third; what ran before it stays.',
        kind: 'interrupted',
      });
      expect(await queryRows(server.url, 'SELECT FROM migrations')).toHaveLength(2);
    });

    it('is interrupted before the first migration, where the tables are made', async () => {
      await waitForStandby();
      const { told, error } = await interrupt(makeHistory({ slug: 'first' }));
      expect(told).toEqual([]);
      expect(error).toMatchObject({
        message: 'Interrupted before any migration was run.',
        kind: 'interrupted',
      });
    });

    it('does not keep a migration that failed from telling that', async () => {
      const first = { slug: 'first' };
      await migrate({ database: { url: server.url }, history: makeHistory(first), target: 'head' });
      await waitForStandby();
      const failing = makeHistory(first, { slug: 'second', up: 'SELECT 1 / 0' });
      await expect(
        migrate({ database: { url: server.url }, history: failing, target: 'head' }),
      ).rejects.toMatchObject({ message: expect.stringContaining('division by zero') });
    });
  },
);
