import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where tools keep what can be made again, for a file of a project: in the nearest `node_modules`, or, where a project has
 * none (Yarn's Plug'n'Play), beside the nearest package.json.
 */
export function cacheFolderOf(path: string): string {
  const top = find('node_modules', path) ?? find('package.json', path) ?? dirname(path);
  return join(top, 'node_modules', '.cache', 'retort');
}

/** The nearest folder, from that of `path` upward, that has it. */
function find(name: string, path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
