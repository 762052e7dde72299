import { createRequire, isBuiltin } from 'node:module';
import { isAbsolute } from 'node:path';
import { loader } from './loader';

/** Whether it is a file of a package, found from where it is asked for: all else Node answers, or refuses. */
export function isFollowed(id: string): boolean {
  return typeof id === 'string' && id !== '' && !isAbsolute(id) && !id.startsWith('node:') && !isBuiltin(id);
}

/**
 * What a module is given as its `require`.
 *
 * @see https://nodejs.org/api/modules.html#requireid
 */
export function requireOf(module: NodeJS.Module, load: (id: string) => unknown): unknown {
  const resolve = Object.assign(
    (id: string, options?: { paths?: string[] }) =>
      typeof id === 'string'
        ? loader._resolveFilename(id, module, false, options)
        : createRequire(module.filename).resolve(id, options),
    { paths: (id: string) => loader._resolveLookupPaths(id, module) },
  );
  return Object.assign((id: string) => load(id), {
    resolve,
    main: process.mainModule,
    extensions: loader._extensions,
    cache: loader._cache,
  });
}
