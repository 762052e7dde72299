import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { types } from 'node:util';
import { RetortError } from '@retort/engine/state';
import { loadModule } from '../load/load-module';
import { findConfigProblems } from './find-config-problems';
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

const fileNames = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].map((extension) => `retort.config.${extension}`);

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
  const exported = exportOf(await loadModule(configPath));
  const problems = findConfigProblems(exported);
  if (problems.length > 0) throw explainProblems(configPath, problems);
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

/** What is exported by default: in CommonJS, `module.exports` may be it. */
function exportOf(loaded: Readonly<Record<string, unknown>>): unknown {
  const hasDefault = 'default' in loaded || '__esModule' in loaded || types.isModuleNamespaceObject(loaded);
  return hasDefault ? loaded.default : loaded;
}

/** The nearest settings from `from` upward. */
export function findConfig(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = fileNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

function explainProblems(configPath: string, problems: readonly string[]): RetortError {
  return new RetortError({
    what: `The settings are wrong: ${problems.join('; ')}.`,
    at: configPath,
    next: 'Correct them: export default defineConfig({ dataSource: …, migrations: … })',
    kind: 'settings',
  });
}
