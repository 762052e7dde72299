import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loader } from './loader';

/** What a module asked for, and the path that Node found for it. */
export interface Links {
  /** Files beside it, by their names, with or without `.js`: nothing comes before them. */
  readonly files: Record<string, string>;
  /** Folders, what has another extension, and other packages: a file, or another version, may have come before them. */
  readonly others: Record<string, string>;
}

/** Finds the path of what a module asks for, as Node would, and adds it to its links. */
export type Follow = (module: NodeJS.Module, links: Links, id: string) => string;

/**
 * Finds what modules ask for as Node found it before: files always, and others once Node finds them there again for a
 * module of the same package. What is found elsewhere than before is told.
 */
export function followLinks(tellNew: () => void): Follow {
  const found = new Map<string, string>();
  return (module, links, id) => {
    const file = links.files[id];
    if (file !== undefined && isThere(file)) return file;
    const isWithin = /^\.\.?(\/|$)/.test(id);
    const named = isWithin ? resolve(dirname(module.filename), id) : `${packageOf(module.filename)} ${id}`;
    const other = links.others[id];
    if (other !== undefined && found.get(named) === other && isThere(other)) return other;
    const path = loader._resolveFilename(id, module);
    found.set(named, path);
    const isFile = isWithin && (path === named || path === `${named}.js`);
    if (path !== (isFile ? file : other)) {
      delete links.files[id];
      links[isFile ? 'files' : 'others'][id] = path;
      tellNew();
    }
    return path;
  };
}

function isThere(path: string): boolean {
  return loader._cache[path] !== undefined || existsSync(path);
}

/** Its folder, or what is nearest to that. */
function packageOf(path: string): string {
  return /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0] ?? dirname(path);
}
