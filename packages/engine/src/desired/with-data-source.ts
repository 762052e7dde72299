import { type ClientBase, Pool } from 'pg';
import { BaseEntity, DataSource, type Logger } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { RetortError } from '../errors/retort-error';
import type { EntityOptions } from './entity-options';
import { withIndexedArguments } from './with-indexed-arguments';

export interface ConnectedDataSource {
  readonly dataSource: DataSource;
  readonly warnings: readonly string[];
}

/** Connects TypeORM, with nothing that would write by itself, and closes it however `use` ends. */
export async function withDataSource<T>(
  url: string,
  options: EntityOptions,
  use: (connected: ConnectedDataSource) => Promise<T>,
): Promise<T> {
  const { dataSource, warnings } = createDataSource(url, options);
  try {
    await withoutTakingOver(dataSource, () => dataSource.initialize());
  } catch (cause) {
    throw explainEntities(cause);
  }
  try {
    refuseEmptyGlobs(options, dataSource);
    return await use({ dataSource, warnings });
  } finally {
    await dataSource.destroy();
  }
}

/** Has TypeORM read the entities as it does for a server of this version, and connects to none. */
export async function describeEntities(
  options: EntityOptions,
  version: string,
): Promise<ConnectedDataSource> {
  const described = createDataSource('postgres://not-connected/retort', options);
  const { dataSource } = described;
  const { driver } = dataSource;
  Object.assign(driver, {
    version,
    searchSchema: 'public',
    schema: driver.schema ?? 'public',
    isGeneratedColumnsSupported: true,
  });
  try {
    await withoutTakingOver(dataSource, () =>
      withIndexedArguments(() => Reflect.apply(Reflect.get(dataSource, 'buildMetadatas'), dataSource, [])),
    );
  } catch (cause) {
    throw explainEntities(cause);
  }
  refuseEmptyGlobs(options, dataSource);
  return described;
}

/** Connects what was described, makes the extensions that it needs, and closes it however `use` ends. */
export async function connectDescribed<T>(
  { dataSource }: ConnectedDataSource,
  url: string,
  use: () => Promise<T>,
): Promise<T> {
  const driver = dataSource.driver as PostgresDriver;
  const createPool: (options: unknown, credentials: unknown) => Promise<unknown> = Reflect.get(
    driver,
    'createPool',
  );
  const { options } = driver;
  driver.master = await Reflect.apply(createPool, driver, [options, { ...options, url }]);
  try {
    await driver.afterConnect();
    return await use();
  } finally {
    await driver.disconnect();
  }
}

/** Makes with an open connection the extensions that what was described needs. */
export async function makeExtensions({ dataSource }: ConnectedDataSource, client: ClientBase): Promise<void> {
  const driver = dataSource.driver as PostgresDriver;
  type Obtained = (error: null, connection: ClientBase, release: () => void) => void;
  driver.master = { connect: (obtained: Obtained) => obtained(null, client, () => undefined) };
  try {
    await driver.afterConnect();
  } finally {
    driver.master = undefined;
  }
}

function createDataSource(url: string, options: EntityOptions): ConnectedDataSource {
  const warnings: string[] = [];
  const { cache, ...rest } = options;
  const dataSource = new DataSource({
    // The project's own would be loaded beside it. Without its defaults: `parseInt8` would be set for all of this process.
    driver: { Pool },
    ...rest,
    // A cache in the database has a table of its own; one elsewhere would be connected to.
    ...(isDatabaseCache(cache) ? { cache } : {}),
    type: 'postgres',
    url,
    applicationName: 'retort scratch',
    synchronize: false,
    dropSchema: false,
    migrationsRun: false,
    migrations: [],
    subscribers: [],
    logging: true,
    logger: warningsTo(warnings),
  });
  return { dataSource, warnings };
}

/** An entity that extends BaseEntity would work with this data source from now on; it keeps the one that it has. */
async function withoutTakingOver(own: DataSource, initialize: () => Promise<unknown>): Promise<void> {
  const { useDataSource } = BaseEntity;
  BaseEntity.useDataSource = function (dataSource) {
    if (dataSource !== own) {
      useDataSource.call(this, dataSource);
    }
  };
  try {
    await initialize();
  } finally {
    BaseEntity.useDataSource = useDataSource;
  }
}

function isDatabaseCache(cache: EntityOptions['cache']): cache is NonNullable<EntityOptions['cache']> {
  return (
    cache === true ||
    (typeof cache === 'object' && (cache.type ?? 'database') === 'database' && !cache.provider)
  );
}

function warningsTo(warnings: string[]): Logger {
  const ignore = () => undefined;
  return {
    logQuery: ignore,
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log(level, message) {
      if (level === 'warn') {
        warnings.push(String(message));
      }
    },
  };
}

/** TypeORM says nothing where a glob finds nothing, and without entities every table would be dropped. */
function refuseEmptyGlobs({ entities = [] }: EntityOptions, { entityMetadatas }: DataSource): void {
  const globs = Object.values(entities).filter((entity) => typeof entity === 'string');
  if (globs.length === 0 || entityMetadatas.length > 0) return;
  throw new RetortError({
    what: `No entity is found by ${globs.join(', ')}.`,
    at: 'the entities of the data source',
    next: "A glob begins where the command is typed: begin it with __dirname, and end it in {ts,js}: entities: [__dirname + '/**/*.entity.{ts,js}']",
    kind: 'settings',
  });
}

function explainEntities(cause: unknown): RetortError {
  const message = cause instanceof Error ? cause.message : String(cause);
  // Class and property are named in TypeORM's text only: `Entity metadata for Post#author was not found`.
  const named = /[\w$]+[#.][\w$]+/.exec(message)?.[0];
  return new RetortError({
    what: `TypeORM does not accept the entities: ${message}`,
    at: named === undefined ? 'the entities of the data source' : `the entity property ${named}`,
    next: correctionOf(cause, named),
    cause,
  });
}

function correctionOf(cause: unknown, named: string | undefined): string {
  if (named === undefined)
    return 'Correct what TypeORM names, or add the missing entity to the list of the data source.';
  return cause instanceof Error && cause.name === 'DataTypeNotSupportedError'
    ? `Correct ${named}; where Postgres has the type, a newer TypeORM may know it.`
    : `Correct ${named}, or add the entity that it refers to to the list of the data source.`;
}
