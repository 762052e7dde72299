import { type Dirent, readdirSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { isFileError } from './is-file-error';
import { loader } from './loader';

/** The names in folders, each read once while one `require` runs: Node too looks at a file once in that time. */
export class FileNames {
  readonly #folders = new Map<string, ReadonlyMap<string, boolean>>();

  /** Whether a file is what Node finds first for a path that names it without its extension, or with that of JavaScript. */
  isFirst(named: string, file: string): boolean {
    const folder = dirname(file);
    if (dirname(named) !== folder) return false;
    const before = comeBefore(basename(named), basename(file));
    if (before === undefined) return false;
    const names = this.#namesIn(folder);
    return names.get(basename(file)) === true && !before.some((name) => names.has(name.toLowerCase()));
  }

  /** Each file, and in small letters all: there are disks to which these are one. */
  #namesIn(folder: string): ReadonlyMap<string, boolean> {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    if (this.#folders.size === 0) queueMicrotask(() => this.#folders.clear());
    const entries = readEntries(folder);
    const names = new Map(entries.map((entry) => [entry.name.toLowerCase(), false]));
    for (const entry of entries) if (entry.isFile()) names.set(entry.name, true);
    this.#folders.set(folder, names);
    return names;
  }
}

/** Where a folder may be entered and not be read, Node is asked of each file. */
function readEntries(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isFileError(error)) return [];
    throw error;
  }
}

/** What Node looks for before it, or nothing where it is found otherwise. */
function comeBefore(named: string, file: string): readonly string[] | undefined {
  const extensions = Object.keys(loader._extensions);
  // Sources import `./user.js` and mean `./user.ts`: what is not there, is looked for so.
  if (file === named.replace(/js$/, 'ts')) return [named, ...extensions.map((each) => named + each)];
  const at = extensions.indexOf(extname(file));
  return at === -1 || file !== named + extensions[at]
    ? undefined
    : [named, ...extensions.slice(0, at).map((each) => named + each)];
}
