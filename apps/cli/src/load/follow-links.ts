import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { loader } from './loader';

/** What a module asked for, and the path that Node found for it. */
export type Links = Record<string, string>;

/** Finds the path of what a module asks for, as Node would, and adds it to its links. */
export type Follow = (module: NodeJS.Module, links: Links, id: string) => string;

const loadsBefore = /(^|\s)["']?(-r|--require|--import|--(experimental-)?loader)\b/;

/**
 * Finds what modules ask for as Node found it before: within a package always, and elsewhere, where another version may
 * have come between, once Node finds it there again for a module of the same package. What is found elsewhere than before
 * is told. Undefined where somebody was loaded before us, who may want to hear of every module.
 */
export function followLinks(tellNew: () => void): Follow | undefined {
  const { NODE_OPTIONS = '' } = process.env;
  if (loadsBefore.test([...process.execArgv, NODE_OPTIONS].join(' '))) return undefined;
  const found = new Map<string, string>();
  return (module, links, id) => {
    const known = links[id];
    const isWithin = /^\.\.?(\/|$)/.test(id);
    const asked = `${packageOf(module.filename)} ${id}`;
    const isKnown = known !== undefined && (isWithin || found.get(asked) === known);
    if (isKnown && (loader._cache[known] !== undefined || existsSync(known))) return known;
    const path = loader._resolveFilename(id, module);
    if (!isWithin) found.set(asked, path);
    if (path !== known) {
      links[id] = path;
      tellNew();
    }
    return path;
  };
}

/** Its folder, or what is nearest to that. */
function packageOf(path: string): string {
  return /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0] ?? dirname(path);
}
