import { join } from 'node:path';
import {
  type Database,
  type History,
  parseDatabaseUrl,
  parseServerUrl,
  RetortError,
  readHistory,
  settleSslMode,
} from '@retort/engine/state';
import { type Project, readConfig } from './config/read-config';
import { type Environment, readEnvironment } from './environment/read-environment';
import { cacheFolderOf } from './load/cache-folder';
import { loadModule } from './load/load-module';
import { useTypeormOf } from './load/project-typeorm';
import type { Reporter } from './output/reporter';
import type { Terminal } from './questions/ask-questions';

/** What every command is given. */
export interface Invocation {
  readonly cwd: string;
  readonly configPath: string | undefined;
  readonly processEnvironment: Environment;
  readonly reporter: Reporter;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Undefined where nobody can be asked. */
  readonly terminal: Terminal | undefined;
}

/** The project that a command works on. */
export interface Context extends Invocation {
  readonly project: Project;
  readonly environment: Environment;
}

/** The nearest project, or that of `--config`, with its environment. From here on TypeORM is the project's. */
export async function openProject(invocation: Invocation): Promise<Context> {
  const project = await readConfig(invocation.cwd, invocation.configPath);
  useTypeormOf(project);
  return {
    ...invocation,
    project,
    environment: readEnvironment(project.root, invocation.processEnvironment),
  };
}

/** @throws RetortError of kind `settings` when no database is known, or its URL cannot be read. */
export async function resolveDatabase({ project, environment }: Context): Promise<Database> {
  const url = environment.POSTGRES_URL?.trim() || (await loadFindOwnPostgres()(project.root, environment));
  if (url === undefined) {
    throw new RetortError({
      what: 'POSTGRES_URL is not set, and this project has no services of its own running.',
      at: `the environment, ${project.root}/.env and ${project.root}/.retort/state.json`,
      next: 'Start Postgres and Redis here: make setup — or set POSTGRES_URL to use yours',
      kind: 'settings',
    });
  }
  parseDatabaseUrl(url);
  const { migrationsTable, schema } = project.config;
  return {
    url: await settleSslMode(url),
    ...(migrationsTable === undefined ? {} : { migrationsTable }),
    ...(schema === undefined ? {} : { schema }),
    ...readPooler(environment),
  };
}

function readPooler({ POSTGRES_POOLER: given = '' }: Environment): Pick<Database, 'pooler'> {
  const pooler = given.trim();
  if (pooler === '') return {};
  if (pooler === 'session' || pooler === 'transaction') return { pooler };
  throw new RetortError({
    what: `POSTGRES_POOLER is ${pooler}, and can be session or transaction: for how long the pooler of POSTGRES_URL keeps a session for a client.`,
    at: 'POSTGRES_POOLER',
    next: 'Set it to the pool_mode of the pooler, or remove it.',
    kind: 'settings',
  });
}

/** A deploy job has a URL, and starts no services. */
function loadFindOwnPostgres() {
  const found: typeof import('./environment/find-own-postgres.js') = require('./environment/find-own-postgres');
  return found.findOwnPostgres;
}

/** The server on which scratch databases are made: that of the database, unless RETORT_SCRATCH_URL names another. */
export async function scratchServer(
  context: Pick<Context, 'environment'>,
  { url }: Database,
): Promise<string> {
  return (await scratchServerElsewhere(context)) ?? url;
}

/** The server that RETORT_SCRATCH_URL names. */
export async function scratchServerElsewhere({
  environment,
}: Pick<Context, 'environment'>): Promise<string | undefined> {
  const setting = 'RETORT_SCRATCH_URL';
  const elsewhere = environment[setting] ?? '';
  if (elsewhere === '') return undefined;
  return settleSslMode(parseServerUrl(elsewhere, setting).url, setting);
}

/** Where answers of Postgres are kept: it can be deleted at any time. */
export function answersFolder({ project }: Pick<Context, 'project'>): string {
  return join(cacheFolderOf(join(project.root, 'package.json')), 'postgres');
}

/** The migrations of the project; `registry` says whether they have to be what their registry lists. */
export async function loadHistory(
  { project }: Context,
  registry: 'checked' | 'ignored' = 'checked',
): Promise<History> {
  return readHistory(project.migrationsFolder, loadModule, {
    registry,
    knownModules: join(cacheFolderOf(join(project.root, 'package.json')), 'migrations.txt'),
  });
}
