import { defineConfig } from 'retort';

export default defineConfig({
  dataSource: async () => (await import('./packages/core/src/database/entity-options.ts')).entityOptions,
  models: 'packages/core/src/database/models',
  sql: 'packages/core/src/database/sql',
  migrations: 'packages/migrations/src/versions',
  schemaFile: 'packages/migrations/schema.sql',
  seed: async (context) =>
    (await import('./packages/core/src/database/seeds/run-seeds.ts')).runSeeds(context),
  format: (path) => ['biome', 'check', '--write', `--stdin-file-path=${path}`],
  typecheck: 'packages/core/tsconfig.build.json',
  minimumPostgres: 18,
});
