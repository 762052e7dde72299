import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { loader } from './loader';
import { unwrapResolving } from './wrap-resolving';

/** What is loaded before us, and what has Node find modules otherwise. */
const options =
  /(^|\s)["']?(-r|--require|--import|--(experimental-)?loader|--experimental-policy|--preserve-symlinks)\b/;

/** Whether somebody may have hooked Node's loader before this package was loaded. */
export function isHookedBefore(): boolean {
  const { NODE_OPTIONS = '' } = process.env;
  const isFirst = process.mainModule?.filename === join(__dirname, '..', 'bin', 'retort.js');
  return !isFirst || options.test([...process.execArgv, NODE_OPTIONS].join(' '));
}

/** Whether somebody other than this package has hooked Node's loader since: the settings may. */
export interface Hooks {
  /** Changes the text of what is loaded, or wants to know of it. */
  readonly onTexts: () => boolean;
  /** Changes what is found for what a module asks for, or wants to know of it. */
  readonly onRequests: () => boolean;
}

export function watchHooks(): Hooks {
  const { _load, _findPath, _nodeModulePaths, _resolveLookupPaths, registerHooks } = loader;
  const { require } = loader.prototype;
  const resolve = loader._resolveFilename;
  let isRegistered = false;
  if (registerHooks !== undefined) {
    loader.registerHooks = (hooks) => {
      isRegistered = true;
      return registerHooks(hooks);
    };
    // So that a module of ECMAScript imports this one.
    syncBuiltinESMExports();
  }
  return {
    onTexts: () => isRegistered || process.sourceMapsEnabled,
    onRequests: () =>
      isRegistered ||
      loader._load !== _load ||
      loader.prototype.require !== require ||
      loader._findPath !== _findPath ||
      loader._nodeModulePaths !== _nodeModulePaths ||
      loader._resolveLookupPaths !== _resolveLookupPaths ||
      unwrapResolving() !== resolve,
  };
}
