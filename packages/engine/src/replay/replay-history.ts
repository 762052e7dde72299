import type { Database } from '../connect/database';
import type { History } from '../history/history';
import { typeormGround } from '../history/typeorm-ground';
import { layGround } from '../run/lay-ground';
import { runMigration } from '../run/one/run-migration';
import { withSession } from '../run/session/with-session';
import { createSchema } from '../run/state/migrations-table';
import { readUnhurried } from './unhurried';

/**
 * Runs every migration's `up` on an empty database, and keeps no record there: the database holds just what the history
 * made, and what is made before the first migration: the schema that TypeORM is told to work in, and what TypeORM makes unasked.
 */
export async function replayHistory(
  database: Pick<Database, 'url' | 'schema'>,
  history: History,
): Promise<void> {
  const opening = {
    database,
    applicationName: 'retort replay',
    claim: () => Promise.resolve(),
    wait: { timeoutMs: 0 },
  };
  await withSession(opening, async ({ query, runnerFor }) => {
    if (database.schema !== undefined) await createSchema(query, database.schema);
    await layGround(query, typeormGround(history.migrations));
    const unhurried = await readUnhurried(query);
    for (const migration of history.migrations) {
      await runMigration(await runnerFor(migration), {
        migration,
        direction: 'up',
        settings: unhurried(migration),
        rerun: 'the same command again.',
      });
    }
  });
}
