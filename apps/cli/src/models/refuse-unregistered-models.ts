import { join, relative } from 'node:path';
import type { EntityOptions } from '@retort/engine';
import { RetortError } from '@retort/engine/state';
import { getMetadataArgsStorage } from 'typeorm';
import type { Project } from '../config/read-config';
import { loadModule } from '../load/load-module';
import { listBelow } from './list-below';
import { namedFolder } from './named-folder';

/** @throws RetortError that names the file, when a class in the folder of the models is an entity and the data source does not know it. */
export async function refuseUnregisteredModels(project: Project, { entities }: EntityOptions): Promise<void> {
  const folder = namedFolder(project, 'models');
  if (folder === undefined || !Array.isArray(entities)) return;
  const exported = new Map<string, readonly unknown[]>();
  for (const path of listSources(folder)) exported.set(path, Object.values(await loadModule(path)));
  const registered = new Set<unknown>(entities);
  const unregistered = new Set<unknown>(
    getMetadataArgsStorage().tables.flatMap(({ target }) => (registered.has(target) ? [] : target)),
  );
  for (const [path, values] of exported) {
    const forgotten = values.find((value) => unregistered.has(value));
    if (typeof forgotten !== 'function') continue;
    throw new RetortError({
      what: `The entity ${forgotten.name} is not registered, so no migration would be made for it.`,
      at: relative(process.cwd(), path),
      next: `Import ${forgotten.name} in ${relative(process.cwd(), join(folder, 'index.ts'))} and add it to the list there.`,
      kind: 'settings',
    });
  }
}

function listSources(folder: string): readonly string[] {
  return listBelow(folder)
    .filter((path) => /\.[cm]?[jt]s$/.test(path) && !/\.(test|spec|d)\.[cm]?ts$/.test(path))
    .sort();
}
