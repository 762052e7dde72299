import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join, sep } from 'node:path';
import { getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import { type Loaded, readCompiled, writeCompiled } from './compiled';

/** What Node's own loader is made of: its types do not show it. */
interface LoaderInternals {
  readonly prototype: { _compile(this: NodeJS.Module, source: string, path: string): unknown };
  readonly wrapper: readonly [string, string];
  readonly _extensions: unknown;
  readonly _cache: unknown;
  wrap(source: string): string;
  /** Node's own, from 22.1 on. @see https://nodejs.org/api/module.html#module-compile-cache */
  enableCompileCache?(folder: string): unknown;
}

/** So much more compiled code is worth keeping again. */
const growth = 1.1;

/**
 * Takes what V8 compiled of this package, and of those that it loads, from the last process, which is a fifth of the
 * time of a command that loads TypeORM. It is kept beside the package, by the text of each module: an answer to another
 * text is not taken. Node 20 has no such cache of its own.
 *
 * @see https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export function useCompileCache(): void {
  const loader = Module as unknown as LoaderInternals;
  const { NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE !== undefined || NODE_V8_COVERAGE !== undefined) return;
  const folder = NODE_COMPILE_CACHE ?? besidePackage();
  if (folder === undefined) return;
  if (loader.enableCompileCache !== undefined) loader.enableCompileCache(folder);
  else compileFrom(loader, join(folder, `${process.version}-${process.arch}`));
}

function compileFrom(loader: LoaderInternals, file: string): void {
  const kept = readCompiled(file);
  const loaded = new Map<string, Loaded>();
  const ours = [__dirname, dirname(require.resolve('@retort/engine/state'))];
  let missed = false;
  const compileAsNode = loader.prototype._compile;
  loader.prototype._compile = function compileOnce(source, path) {
    if (!ours.includes(dirname(path)) && !isInstalled(path, source))
      return compileAsNode.call(this, source, path);
    const hash = createHash('sha256').update(source).digest('base64');
    const [keptHash, begin, end] = kept.modules[path] ?? [];
    const cachedData = keptHash === hash ? kept.bytes.subarray(begin, end) : undefined;
    const script = new Script(loader.wrap(source.replace(/^#!/, '//')), {
      filename: path,
      columnOffset: -loader.wrapper[0].length,
      cachedData,
    });
    missed ||= cachedData === undefined || script.cachedDataRejected === true;
    loaded.set(path, { hash, script });
    const run = script.runInThisContext();
    return run.call(this.exports, this.exports, requireOf(this, loader), this, path, dirname(path));
  };
  process.on('exit', () => {
    const command = process.argv[2] ?? '';
    const compiled = getHeapCodeStatistics().bytecode_and_metadata_size;
    if (!missed && compiled < (kept.compiled[command] ?? 0) * growth) return;
    writeCompiled(file, loaded, { ...kept, compiled: { ...kept.compiled, [command]: compiled } });
  });
}

/** The user's own modules change between two commands, and are not kept. What imports while it runs, Node has to know of. */
function isInstalled(path: string, source: string): boolean {
  return path.includes(`${sep}node_modules${sep}`) && !/\bimport\b/.test(source);
}

/** @see https://nodejs.org/api/modules.html#requireid */
function requireOf(module: NodeJS.Module, loader: LoaderInternals): unknown {
  const require = Object.assign((id: string) => module.require(id), {
    main: process.mainModule,
    extensions: loader._extensions,
    cache: loader._cache,
  });
  // Few modules ask for it.
  const get = () => Module.createRequire(module.filename).resolve;
  return Object.defineProperty(require, 'resolve', { get, enumerable: true });
}

/** In the nearest `node_modules` of this package, where tools keep what can be made again. */
function besidePackage(): string | undefined {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const found = join(folder, 'node_modules');
    if (existsSync(found)) return join(found, '.cache', 'retort', 'compiled');
  }
  return undefined;
}
