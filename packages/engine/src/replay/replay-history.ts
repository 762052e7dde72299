import type { History } from '../history/history';
import type { Database } from '../run/database';
import { createSchema, type RunQuery } from '../run/migrations-table';
import { withDataSource } from '../run/open-data-source';
import { runMigration } from '../run/run-migration';

/**
 * Runs every migration's `up` on an empty database, and keeps no record there: the database holds just what the history
 * made, and the schema that TypeORM is told to work in, which the runner makes before the first migration.
 */
export async function replayHistory(
  database: Pick<Database, 'url' | 'schema'>,
  history: History,
): Promise<void> {
  await withDataSource(database, 'retort replay', async (dataSource) => {
    const queryRunner = dataSource.createQueryRunner();
    const query: RunQuery = (sql, parameters) => queryRunner.query(sql, parameters);
    try {
      if (database.schema !== undefined) await createSchema(query, database.schema);
      for (const migration of history.migrations) {
        await runMigration(queryRunner, {
          migration,
          direction: 'up',
          rerun: 'run the command again.',
        });
      }
    } finally {
      await queryRunner.release();
    }
  });
}
