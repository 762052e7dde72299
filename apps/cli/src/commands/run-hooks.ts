import type { RunHooks } from '@retort/engine/runner';
import type { Context } from '../context';
import { explainLoading } from '../load/load-module';

/** The hooks of `retort.config.ts`, as the runner calls them: while it holds the lock. */
export function runHooks({ project: { config, configPath } }: Context, direction: 'up' | 'down'): RunHooks {
  const { beforeMigrate, afterEach, afterMigrate } = config;
  const explained = (name: string, hook: () => Promise<void>) =>
    explainLoading(configPath, hook, `The hook ${name} failed`);
  return {
    ...(beforeMigrate === undefined
      ? {}
      : {
          before: (migrations) =>
            explained('beforeMigrate', async () =>
              beforeMigrate({ direction, migrations: migrations.map(({ stem }) => stem) }),
            ),
        }),
    ...(afterEach === undefined
      ? {}
      : {
          afterEach: ({ migration, durationMs }) =>
            explained('afterEach', async () =>
              afterEach({ direction, migration: migration.stem, durationMs }),
            ),
        }),
    ...(afterMigrate === undefined
      ? {}
      : {
          after: (done) =>
            explained('afterMigrate', async () =>
              afterMigrate({ direction, migrations: done.map(({ migration }) => migration.stem) }),
            ),
        }),
  };
}
