import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FileNames } from './file-names';
import { loader } from './loader';
import { packageOf } from './package-of';

/** What a module asked for, and the path that Node found for it. */
export interface Links {
  /** Files beside it, or in another folder, by their names with or without their extensions. */
  readonly files: Record<string, string>;
  /** Folders, and other packages: a file, or another version, may have come before them. */
  readonly others: Record<string, string>;
}

/** Finds the path of what a module asks for, as Node would, and adds it to its links; what was elsewhere before is told. */
export type Follow = (module: NodeJS.Module, links: Links, id: string, tellNew: () => void) => string;

/**
 * Finds what modules ask for as Node found it before: files where nothing else comes before them now, and others once Node
 * finds them there again for a module of the same package.
 */
export function followLinks(): Follow {
  const found = new Map<string, string>();
  const names = new FileNames();
  return (module, links, id, tellNew) => {
    const isWithin = /^\.\.?(\/|$)/.test(id);
    const file = links.files[id];
    if (file !== undefined && isFound(resolve(dirname(module.filename), id), file, names)) return file;
    const named = isWithin ? resolve(dirname(module.filename), id) : `${packageOf(module.filename)} ${id}`;
    const other = links.others[id];
    if (other !== undefined && found.get(named) === other && isThere(other)) return other;
    const path = loader._resolveFilename(id, module);
    found.set(named, path);
    const isFile = isWithin && isFound(named, path, names);
    if (path !== (isFile ? file : other)) {
      delete links.files[id];
      links[isFile ? 'files' : 'others'][id] = path;
      tellNew();
    }
    return path;
  };
}

/** Before a file that is named whole, or that lacks `.js` alone, nothing comes; before another one something may. */
function isFound(named: string, file: string, names: FileNames): boolean {
  return file === named || file === `${named}.js` ? isThere(file) : names.isFirst(named, file);
}

function isThere(path: string): boolean {
  return loader._cache[path] !== undefined || existsSync(path);
}
