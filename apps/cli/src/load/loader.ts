import Module from 'node:module';

/** What Node's loader of CommonJS is made of: its types do not show it. */
interface Loader {
  new (path: string, parent: NodeJS.Module): NodeJS.Module & { load(path: string): void };
  readonly prototype: {
    _compile(this: NodeJS.Module, source: string, path: string, format?: string): unknown;
  };
  readonly wrapper: readonly [string, string];
  readonly _extensions: Record<string, (module: NodeJS.Module, path: string) => void>;
  readonly _cache: Record<string, NodeJS.Module>;
  _resolveFilename(request: string, parent: NodeJS.Module): string;
  wrap(source: string): string;
}

/** @see https://nodejs.org/api/modules.html#all-together */
export const loader = Module as unknown as Loader;
