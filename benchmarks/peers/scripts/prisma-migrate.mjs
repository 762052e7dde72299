import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { filters, openEngine } from './prisma-engine.mjs';

// node prisma-migrate.mjs apply|status: what `prisma migrate deploy` and `prisma migrate status` ask of the engine.
const [command] = process.argv.slice(2);
const migrationsList = {
  baseDir: resolve('migrations'),
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  shadowDbInitScript: '',
  migrationDirectories: readdirSync('migrations')
    .sort()
    .map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(`migrations/${path}/migration.sql`, 'utf8') },
      },
    })),
};
const engine = await openEngine([['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n']]);
if (command === 'status') {
  console.log(
    await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
  );
} else {
  console.log((await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames.length);
}
// The engine keeps a connection for ten seconds more; that is not what is compared.
process.exit();
