import type { RetortConfig } from './retort-config';

/** What a setting has to be, and what is said of one that is not. */
interface Setting {
  readonly type: 'string' | 'function' | 'number';
  readonly isRequired?: boolean;
  readonly says: string;
}

const settings: { readonly [K in keyof Required<RetortConfig>]: Setting } = {
  dataSource: {
    type: 'function',
    isRequired: true,
    says: 'must be a function that gives TypeORM options, like: async () => (await import(…)).entityOptions',
  },
  migrations: { type: 'string', isRequired: true, says: 'must be the path of the folder of the migrations' },
  models: { type: 'string', says: 'must be the path of the folder of the models' },
  sql: { type: 'string', says: 'must be the path of a folder of SQL files' },
  schemaFile: { type: 'string', says: 'must be the path of a file, like migrations/schema.sql' },
  seed: { type: 'function', says: 'must be a function' },
  format: {
    type: 'function',
    says: "must be a function, like: (path) => ['prettier', '--stdin-filepath', path]",
  },
  typecheck: { type: 'string', says: 'must be the path of a tsconfig.json' },
  migrationsTable: { type: 'string', says: 'must be the name of a table' },
  schema: { type: 'string', says: 'must be the name of a schema' },
  lockTimeout: { type: 'string', says: "must be a duration, like '3s'" },
  statementTimeout: { type: 'string', says: "must be a duration, like '5min'" },
  beforeMigrate: { type: 'function', says: 'must be a function' },
  afterEach: { type: 'function', says: 'must be a function' },
  afterMigrate: { type: 'function', says: 'must be a function' },
  minimumPostgres: { type: 'number', says: 'must be a number, like 18' },
};

/** Everything that keeps a value from being the settings. */
export function findConfigProblems(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return ['its default export must be the settings'];
  const given = new Map<string, unknown>(Object.entries(value));
  const wrong = Object.entries(settings).flatMap(([name, { type, isRequired = false, says }]) => {
    const setting = given.get(name);
    const isRight = setting === undefined ? !isRequired : typeof setting === type && !Number.isNaN(setting);
    return isRight ? [] : [`${name} ${says}`];
  });
  const unknown = [...given.keys()].filter((name) => !Object.hasOwn(settings, name));
  return unknown.length === 0 ? wrong : [...wrong, `there is no setting ${unknown.join(', ')}`];
}
