import type { History } from '../history/history';
import { withDataSource } from '../run/open-data-source';
import { runMigration } from '../run/run-migration';

/** Runs every migration's `up` on an empty database, and keeps no record there: the database holds just what the history made. */
export async function replayHistory(url: string, history: History): Promise<void> {
  await withDataSource({ url }, 'retort replay', async (dataSource) => {
    const queryRunner = dataSource.createQueryRunner();
    try {
      for (const migration of history.migrations) {
        await runMigration(queryRunner, migration, 'up', () => Promise.resolve());
      }
    } finally {
      await queryRunner.release();
    }
  });
}
