import { bookkeepingTables } from '../journal/bookkeeping-tables';
import { type Plan, planMigration } from '../pipeline/plan-migration';
import type { CompareOptions } from './compare-options';
import { planChanges } from './plan-changes';

/** What is between the history and the models. It writes nothing. */
export async function compareModels(options: CompareOptions): Promise<Plan> {
  return (await planChanges(options)).plan;
}

/** The same, where the history has been replayed already. */
export async function planFrom(url: string, options: CompareOptions): Promise<Plan> {
  const { entities, sql, answers, live, online = true } = options;
  return planMigration({
    from: url,
    to: entities,
    online,
    exclude: bookkeepingTables(entities.migrationsTableName),
    ...answers,
    ...(sql === undefined ? {} : { sql }),
    ...(live === undefined ? {} : { live }),
  });
}
