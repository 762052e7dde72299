import { readdirSync } from 'node:fs';

/** The modules of a folder, sorted: no tests, no declarations, not the index. */
export function listSourceFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.[cm]?[jt]s$/.test(name) && !/\.(test|spec|d)\.[cm]?[jt]s$/.test(name))
    .filter((name) => !/^index\./.test(name))
    .sort();
}
