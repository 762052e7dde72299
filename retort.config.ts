import { defineConfig } from 'retort';

export default defineConfig({
  dataSource: async () => (await import('./packages/core/src/database/entity-options.ts')).entityOptions,
  models: 'packages/core/src/database/models',
  migrations: 'packages/migrations/src/versions',
  seed: async (context) =>
    (await import('./packages/core/src/database/seeds/run-seeds.ts')).runSeeds(context),
  format: (path) => ['biome', 'check', '--write', `--stdin-file-path=${path}`],
  typecheck: 'packages/core/tsconfig.build.json',
  minimumPostgres: 18,
});
