import { type EntityOptions, RetortError } from '@retort/engine';
import type { Context } from '../context';
import { explainLoading } from '../load/load-module';
import { refuseOtherTypeorm } from '../load/project-typeorm';
import { checkDataSource } from './check-data-source';
import { refuseUnregisteredModels } from './refuse-unregistered-models';

/**
 * The options of the project's data source, less the connection.
 *
 * @throws RetortError when a model does not compile, or is not registered.
 */
export async function loadEntities({ project }: Context): Promise<EntityOptions> {
  const { config, configPath } = project;
  const given = await explainLoading(configPath, config.dataSource);
  refuseOtherTypeorm(project);
  const options = checkDataSource(given, configPath);
  refuseOtherTable(configPath, {
    setting: 'migrationsTable',
    inDataSource: options.migrationsTableName ?? 'migrations',
    inConfig: config.migrationsTable ?? 'migrations',
  });
  refuseOtherTable(configPath, {
    setting: 'schema',
    inDataSource: options.schema,
    inConfig: config.schema,
  });
  await refuseUnregisteredModels(project, options);
  return options;
}

interface SaidTwice {
  readonly setting: string;
  readonly inDataSource: string | undefined;
  readonly inConfig: string | undefined;
}

/** The commands that need no entities read these two from the settings: both places must say the same. */
function refuseOtherTable(configPath: string, { setting, inDataSource, inConfig }: SaidTwice): void {
  if (inDataSource === inConfig) return;
  throw new RetortError({
    what: `The data source and retort.config.ts disagree on ${setting}: ${inDataSource ?? 'the default'} and ${inConfig ?? 'the default'}.`,
    at: configPath,
    next:
      inDataSource === undefined ? `Remove ${setting} there.` : `Set it there: ${setting}: '${inDataSource}'`,
    kind: 'settings',
  });
}
