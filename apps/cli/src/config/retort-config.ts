import type { EntityOptions } from '@retort/engine';
import type { DataSource } from 'typeorm';

/** What a seed did with its rows, or why it was not run. */
export type SeedResult =
  | {
      readonly kind: 'applied';
      readonly seed: string;
      readonly inserted: number;
      readonly updated: number;
      readonly unchanged: number;
    }
  | { readonly kind: 'skipped'; readonly seed: string; readonly environments: readonly string[] };

/** What `retort.config.ts` exports as its default. Paths are relative to that file. */
export interface RetortConfig {
  /** TypeORM's options of your data source (or the data source): entities, naming strategy, schema. Loaded when a command needs them. */
  readonly dataSource: () => Promise<EntityOptions | DataSource>;
  /** The folder of the migrations. */
  readonly migrations: string;
  /** The folder of the models: `retort prepare` refuses to run while an entity in it is not among the data source's entities. */
  readonly models?: string;
  /** A folder of `*.sql` files that say what TypeORM cannot (functions, triggers, policies): part of what the models mean. */
  readonly sql?: string;
  /** The file in which `retort prepare` keeps the whole schema, for reviewers. */
  readonly schemaFile?: string;
  /** Inserts what development and tests need. It must be repeatable. */
  readonly seed?: (context: {
    readonly dataSource: DataSource;
    readonly environment: string;
  }) => Promise<readonly SeedResult[]>;
  /** The command that formats a file: it gets the text on its standard input and prints the formatted text. */
  readonly format?: (path: string) => readonly [program: string, ...parameters: string[]];
  /** A tsconfig.json: `retort prepare` writes nothing while its project has type errors. */
  readonly typecheck?: string;
  /** TypeORM's `migrationsTableName`, where it is not `migrations`. */
  readonly migrationsTable?: string;
  /** The schema of that table, where it is not the first of the `search_path`. */
  readonly schema?: string;
  /** The lowest major version of Postgres that the models need. */
  readonly minimumPostgres?: number;
  /** How long a statement of a migration waits for a lock before its transaction is rolled back and tried again; default `3s`. */
  readonly lockTimeout?: string;
  /** How long a statement of a migration may run; default: as long as it needs. */
  readonly statementTimeout?: string;
  /** Called before the first migration of a run that has any: what it throws stops the run. Other runners wait meanwhile. */
  readonly beforeMigrate?: (context: RunContext) => Promise<void> | void;
  /** Called after each migration, when it is committed. */
  readonly afterEach?: (done: {
    readonly direction: 'up' | 'down';
    readonly migration: string;
    readonly durationMs: number;
  }) => Promise<void> | void;
  /** Called after the last migration of a run that had any. */
  readonly afterMigrate?: (context: RunContext) => Promise<void> | void;
}

/** What a hook is told. Names are those that `retort history` prints. */
export interface RunContext {
  readonly direction: 'up' | 'down';
  readonly migrations: readonly string[];
}

/** Types the default export of `retort.config.ts`. */
export function defineConfig(config: RetortConfig): RetortConfig {
  return config;
}
