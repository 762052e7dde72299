import { basename, join } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { listSourceFiles } from './list-source-files';

// biome-ignore lint/complexity/noBannedTypes: what TypeORM calls the target of a decorator
type Class = Function;

export interface UnregisteredModel {
  readonly file: string;
  readonly entity: string;
}

/**
 * The entities that a file of the folder exports and `registry` does not list: tables that nobody would make. A file
 * without any entity is listed as well, under the entity `(none)`.
 */
export function findUnregisteredModels(
  folder: string,
  registry: readonly Class[],
): readonly UnregisteredModel[] {
  return listSourceFiles(folder).flatMap((file) => {
    const entities = exportedEntities(join(folder, file));
    const name = basename(file);
    return entities.length === 0
      ? [{ file: name, entity: '(none)' }]
      : entities
          .filter((entity) => !registry.includes(entity))
          .map((entity) => ({ file: name, entity: entity.name }));
  });
}

function exportedEntities(path: string): readonly Class[] {
  const exported: Record<string, unknown> = require(path);
  return Object.values(exported).filter(
    (value): value is Class =>
      typeof value === 'function' && getMetadataArgsStorage().tables.some(({ target }) => target === value),
  );
}
