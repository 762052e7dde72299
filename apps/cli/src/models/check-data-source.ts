import { type EntityOptions, RetortError } from '@retort/engine';
import { type DataSource, InstanceChecker } from 'typeorm';

/**
 * What `dataSource` of the settings gave, as TypeORM's options.
 *
 * @throws RetortError of kind `settings` where it gave something else: options without entities mean that every table is dropped.
 */
export function checkDataSource(given: unknown, configPath: string): EntityOptions {
  const refused = (what: string, next: string) =>
    new RetortError({ what, at: configPath, next, kind: 'settings' });
  if (typeof given !== 'object' || given === null) {
    throw refused(
      `dataSource gives ${given === null ? 'null' : `no options and no DataSource: ${typeof given}`}.`,
      'Return what that file exports: is it named otherwise, or exported by default?',
    );
  }
  if (Array.isArray(given)) {
    throw refused(
      'dataSource gives a list, and a project of ours has one data source.',
      'Return one of it, and write settings of its own for each other: npx retort --config FILE …',
    );
  }
  const options: object = InstanceChecker.isDataSource(given) ? (given as DataSource).options : given;
  const name = Object.keys(given).find((key) => InstanceChecker.isDataSource(Reflect.get(given, key)));
  if (!('entities' in options)) {
    throw refused(
      name === undefined
        ? 'The data source has no entities.'
        : `dataSource gives a module, and not what it exports: ${name}.`,
      name === undefined
        ? "List them there: entities: [User, …] — or a glob: entities: [__dirname + '/**/*.entity.{ts,js}']"
        : `Return its export: (await import('…')).${name}`,
    );
  }
  if ('type' in options && options.type !== 'postgres') {
    throw refused(
      `The data source is for ${String(options.type)}, and migrations are for Postgres.`,
      "Return the options of a data source of type 'postgres'.",
    );
  }
  return options as EntityOptions;
}
