import { join } from 'node:path';
import { type History, readHistory } from '@retort/engine/state';
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
