import type { Database } from '../connect/database';
import type { Direction } from '../history/direction';
import type { History } from '../history/history';
import { typeormGround } from '../history/typeorm-ground';
import type { LockOptions } from './lock/lock-options';
import { withMigrationLock } from './lock/with-migration-lock';
import { planRun } from './plan-run';
import { type Rehearsed, rehearse } from './rehearse';

/** Rehearses what a run to `target` would do, while no other runner works. */
export async function rehearseRun(
  database: Database,
  history: History,
  direction: Direction,
  target: string,
  options: LockOptions,
): Promise<readonly Rehearsed[]> {
  return withMigrationLock(database, options, async (lock) => {
    const { migrations } = await planRun(database, history, direction, target);
    const ground = direction === 'up' ? typeormGround(history.migrations, migrations) : [];
    return migrations.length === 0 ? [] : rehearse({ database, lock, migrations, direction, ground });
  });
}
