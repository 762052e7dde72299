import type { LoadModule } from '../src/history/load-migration';

/** Loads a module afresh: TypeScript through Jest's transformer, JavaScript as it is. */
export const loadModule: LoadModule = (path) => {
  jest.resetModules();
  return Promise.resolve(require(path));
};
