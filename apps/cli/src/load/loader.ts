import Module from 'node:module';

/** Finds the path of what a module asks for. */
export type Resolve = (this: unknown, request: string, parent: unknown, ...rest: unknown[]) => string;

/** What Node's loader of CommonJS is made of: its types do not show it. */
interface Loader {
  new (path: string, parent?: NodeJS.Module): NodeJS.Module & { load(path: string): void };
  readonly prototype: {
    readonly require: (id: string) => unknown;
    _compile(this: NodeJS.Module, source: string, path: string, format?: string): unknown;
  };
  readonly _extensions: Record<string, (module: NodeJS.Module, path: string) => void> & {
    '.js': (module: NodeJS.Module, path: string) => void;
  };
  readonly _cache: Record<string, NodeJS.Module>;
  readonly _load: unknown;
  readonly _findPath: unknown;
  readonly _nodeModulePaths: (folder: string) => string[];
  readonly _resolveLookupPaths: (request: string, parent: NodeJS.Module) => string[] | null;
  _resolveFilename: Resolve;
  /** From Node 22.15 on. */
  registerHooks?: (hooks: unknown) => unknown;
}

/** @see https://nodejs.org/api/modules.html#all-together */
export const loader = Module as unknown as Loader;
