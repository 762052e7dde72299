import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { RetortError } from '@retort/engine';
import * as z from 'zod/mini';
import { loadModule } from '../load/load-module';
import type { RetortConfig } from './retort-config';

/** The settings of a project, checked, its paths absolute. */
export interface Project {
  /** The folder of `retort.config.ts`. */
  readonly root: string;
  readonly configPath: string;
  readonly config: RetortConfig;
  readonly migrationsFolder: string;
  readonly schemaFile: string | undefined;
}

const fileNames = ['retort.config.ts', 'retort.config.cts', 'retort.config.js', 'retort.config.cjs'];

const callable = (says: string) => z.custom<never>((value) => typeof value === 'function', { error: says });

const shape = z.strictObject({
  dataSource: callable(
    'must be a function that gives TypeORM options, like: async () => (await import(…)).entityOptions',
  ),
  migrations: z.string({ error: 'must be the path of the folder of the migrations' }),
  models: z.optional(z.string({ error: 'must be the path of the folder of the models' })),
  sql: z.optional(z.string({ error: 'must be the path of a folder of SQL files' })),
  schemaFile: z.optional(z.string({ error: 'must be the path of a file, like migrations/schema.sql' })),
  seed: z.optional(callable('must be a function')),
  format: z.optional(callable("must be a function, like: (path) => ['prettier', '--stdin-filepath', path]")),
  typecheck: z.optional(z.string({ error: 'must be the path of a tsconfig.json' })),
  migrationsTable: z.optional(z.string({ error: 'must be the name of a table' })),
  schema: z.optional(z.string({ error: 'must be the name of a schema' })),
  lockTimeout: z.optional(z.string({ error: "must be a duration, like '3s'" })),
  statementTimeout: z.optional(z.string({ error: "must be a duration, like '5min'" })),
  beforeMigrate: z.optional(callable('must be a function')),
  afterEach: z.optional(callable('must be a function')),
  afterMigrate: z.optional(callable('must be a function')),
  minimumPostgres: z.optional(z.number({ error: 'must be a number, like 18' })),
});

/**
 * Finds the settings (`explicitPath`, or the nearest `retort.config.ts` from `from` upward) and checks them.
 *
 * @throws RetortError of kind `settings` that lists every problem.
 */
export async function readConfig(from: string, explicitPath: string | undefined): Promise<Project> {
  const configPath = explicitPath === undefined ? findConfig(from) : resolve(from, explicitPath);
  if (configPath === undefined || !existsSync(configPath)) {
    throw new RetortError({
      what: `There is no ${explicitPath ?? 'retort.config.ts'}.`,
      at: configPath ?? `${from} and the folders above it`,
      next: 'Go to the project, name the file with --config, or write one: see "Your own project" in the README',
      kind: 'settings',
    });
  }
  const { default: exported } = await loadModule(configPath);
  const parsed = shape.safeParse(exported);
  if (!parsed.success) throw explainProblems(configPath, parsed.error.issues);
  const config = exported as RetortConfig;
  const root = dirname(configPath);
  return {
    root,
    configPath,
    config,
    migrationsFolder: resolve(root, config.migrations),
    schemaFile: config.schemaFile === undefined ? undefined : resolve(root, config.schemaFile),
  };
}

function findConfig(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = fileNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

function explainProblems(configPath: string, issues: readonly z.core.$ZodIssue[]): RetortError {
  const problems = issues.map(describeProblem);
  return new RetortError({
    what: `The settings are wrong: ${problems.join('; ')}.`,
    at: configPath,
    next: 'Correct them: export default defineConfig({ dataSource: …, migrations: … })',
    kind: 'settings',
  });
}

function describeProblem(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `there is no setting ${issue.keys.join(', ')}`;
  return issue.path.length === 0
    ? 'its default export must be the settings'
    : `${issue.path.join('.')} ${issue.message}`;
}
