import { type MigrationName, migrationClassName } from './migration-name';

export const registryFile = 'index.ts';

/** A migration as the registry imports it. One that is not written yet has no `exportedName`: it will be its class's. */
export interface RegistryEntry extends MigrationName {
  readonly exportedName?: string;
}

/** The registry: explicit imports, oldest first. Two branches that both add a migration conflict here, in git, and not in production. */
export function renderRegistry(migrations: readonly RegistryEntry[], extension = ''): string {
  const entries = migrations.map((migration) => {
    const className = migrationClassName(migration);
    const exportedName = migration.exportedName ?? className;
    return exportedName === 'default'
      ? { local: defaultImportName(migration), imported: defaultImportName(migration), ...migration }
      : { local: exportedName, imported: `{ ${exportedName} }`, ...migration };
  });
  return [
    ...entries.map(({ imported, stem }) => `import ${imported} from './${stem}${extension}';`),
    '',
    '/** Every migration, oldest first. */',
    'export const migrations = [',
    ...entries.map(({ local }) => `  ${local},`),
    '];',
    '',
  ].join('\n');
}

/** What a file exports as its default may be called anything here. */
function defaultImportName({ timestamp }: MigrationName): string {
  return `Migration${timestamp}`;
}
