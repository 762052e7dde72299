import type { Seed } from '../seeds/seed';
import { listSourceFiles } from './list-source-files';

/** The files `<number>_<name>` of the folder whose seed is not in `registry`. */
export function findUnregisteredSeeds(folder: string, registry: readonly Seed[]): readonly string[] {
  const registered = new Set(registry.map(({ name }) => name));
  return listSourceFiles(folder).filter(
    (file) => /^\d+_/.test(file) && !registered.has(file.replace(/\.[cm]?[jt]s$/, '')),
  );
}
