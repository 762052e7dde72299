import { type MigrationName, migrationClassName } from './migration-name';

export const registryFile = 'index.ts';

/** The registry: explicit imports, oldest first. Two branches that both add a migration conflict here, in git, and not in production. */
export function renderRegistry(
  migrations: readonly (MigrationName & { readonly recordedName?: string })[],
): string {
  const entries = migrations.map((migration) => ({
    stem: migration.stem,
    className: migration.recordedName ?? migrationClassName(migration),
  }));
  return [
    ...entries.map(({ stem, className }) => `import { ${className} } from './${stem}';`),
    '',
    '/** Every migration, oldest first. */',
    'export const migrations = [',
    ...entries.map(({ className }) => `  ${className},`),
    '];',
    '',
  ].join('\n');
}
