import { isProxy } from 'node:util/types';
import { loader } from './loader';

/** Gives a module what it asked for, as Node does, with the path that was found for it. */
export function takeModule(
  module: NodeJS.Module,
  id: string,
  path: string,
  isRunningHere: (path: string) => boolean,
): unknown {
  const cached = loader._cache[path];
  if (cached === undefined) return loadModule(module, path);
  // Of what another one lacks that is not done, Node warns.
  if (!cached.loaded && !(isRunningHere(path) && isTranspiled(cached.exports))) return module.require(id);
  if (!module.children.includes(cached)) module.children.push(cached);
  return cached.exports;
}

function loadModule(parent: NodeJS.Module, path: string): unknown {
  const module = new loader(path, parent);
  loader._cache[path] = module;
  try {
    module.load(path);
  } catch (error) {
    delete loader._cache[path];
    const at = parent.children.indexOf(module);
    if (at !== -1) parent.children.splice(at, 1);
    throw error;
  }
  stopWarning(module.exports);
  return module.exports;
}

/** Whether Node holds it for one of ECMAScript that was compiled: such ones it hands out without a warning. */
function isTranspiled(exports: unknown): boolean {
  return typeof exports === 'object' && exports !== null && '__esModule' in exports && !!exports.__esModule;
}

/** Once it is done, nothing is below its exports that warns. */
function stopWarning(exports: unknown): void {
  if (typeof exports !== 'object' || exports === null || isProxy(exports)) return;
  const prototype: unknown = Object.getPrototypeOf(exports);
  if (isProxy(prototype) && prototype === warningPrototype())
    Object.setPrototypeOf(exports, Object.prototype);
}

/** What Node puts below the exports of a module that is asked for before it is done: it shows when one is. */
function warningPrototype(): unknown {
  const unfinished = new loader(__filename);
  loader._cache[__filename] = unfinished;
  unfinished.require(__filename);
  loader._cache[__filename] = module;
  return Object.getPrototypeOf(unfinished.exports);
}
