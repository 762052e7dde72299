import { existsSync } from 'node:fs';
import Module, { isBuiltin } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import { followLinks, type Links } from './follow-links';
import { readKeptModules, signatureOf, writeKeptModules } from './kept-modules';
import { loader } from './loader';

/** A module that runs from here. */
interface Running {
  readonly signature: string | undefined;
  /** Its text in Node's wrapper. */
  readonly wrapped: string;
  readonly script: Script;
  readonly links: Links;
}

/** What imports while it runs, Node has to know of. */
const importing = /\bimport\s*[(/]/;

/** So much more compiled code is worth keeping again. */
const growth = 1.1;

/**
 * Takes this package, and those that it loads, from what the last process loaded: their texts, what V8 compiled of them, and
 * which of them asks for which. TypeORM, with its hundreds of modules, is loaded in less than half of the time so. It is kept
 * beside the package; a module whose file is not the same any more is loaded by Node.
 *
 * @see https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export function useCompileCache(): void {
  const { NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE !== undefined || NODE_V8_COVERAGE !== undefined) return;
  const folder = NODE_COMPILE_CACHE ?? besidePackage();
  if (folder !== undefined) loadFrom(join(folder, `${process.version}-${process.arch}`));
}

function loadFrom(file: string): void {
  const kept = readKeptModules(file);
  const running = new Map<string, Running>();
  let own: OwnFolders | undefined;
  const isKept = (path: string, source: string) => {
    own ??= findOwnFolders();
    if (own.bundled.includes(dirname(path))) return true;
    return (path.startsWith(own.services) || isInstalled(path)) && !importing.test(source);
  };
  let isOther = false;
  const follow = followLinks(() => {
    isOther = true;
  });

  const recall = (path: string): Running | undefined => {
    const found = kept.modules.get(path);
    if (found === undefined || signatureOf(path) !== found.signature) return undefined;
    const text = found.read();
    if (text === undefined) return undefined;
    const script = scriptOf(path, text.wrapped, text.code);
    isOther ||= script.cachedDataRejected === true;
    return { signature: found.signature, wrapped: text.wrapped, script, links: { ...found.links } };
  };
  const run = (module: NodeJS.Module, path: string, it: Running): unknown => {
    running.set(path, it);
    const require = requireOf(module, (id) => load(module, it.links, id));
    const { exports } = module;
    return it.script.runInThisContext().call(exports, exports, require, module, path, dirname(path));
  };
  const load = (module: NodeJS.Module, links: Links, id: string): unknown => {
    if (follow === undefined || isBuiltin(id)) return module.require(id);
    const path = follow(module, links, id);
    const cached = loader._cache[path];
    // One that runs at the moment is handed out as it is, as Node does; of those that Node runs, it knows more.
    if (cached !== undefined && (cached.loaded || running.has(path))) return cached.exports;
    return cached === undefined ? loadModule(module, path) : module.require(id);
  };

  const loadAsNode = loader._extensions['.js'];
  loader._extensions['.js'] = (module, path) => {
    const it = recall(path);
    if (it === undefined) loadAsNode?.(module, path);
    else run(module, path, it);
  };
  const compileAsNode = loader.prototype._compile;
  loader.prototype._compile = function compileOnce(source, path, format) {
    const isScript = (format ?? 'commonjs') === 'commonjs' && isKept(path, source);
    const wrapped = loader.wrap(source.replace(/^#!/, '//'));
    const script = isScript ? compile(path, wrapped) : undefined;
    if (script === undefined) return compileAsNode.call(this, source, path, format);
    isOther = true;
    return run(this, path, { signature: signatureOf(path), wrapped, script, links: {} });
  };
  process.on('exit', () => {
    const command = process.argv[2] ?? '';
    const compiled = getHeapCodeStatistics().bytecode_and_metadata_size;
    if (!isOther && compiled < (kept.compiled[command] ?? 0) * growth) return;
    const loaded = [...running].flatMap(([path, { signature, ...it }]) =>
      signature === undefined ? [] : { path, signature, ...it },
    );
    writeKeptModules(file, loaded, { ...kept, compiled: { ...kept.compiled, [command]: compiled } });
  });
}

interface OwnFolders {
  /** In these, nothing imports but in texts. */
  readonly bundled: readonly string[];
  readonly services: string;
}

/** Looked for where something is new only: it takes some milliseconds. */
function findOwnFolders(): OwnFolders {
  const folderOf = (id: string) => dirname(require.resolve(id));
  return {
    bundled: [__dirname, folderOf('@retort/engine/state')],
    services: folderOf('@retort/services') + sep,
  };
}

/** The user's own modules change between two commands, and are not kept. */
function isInstalled(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`);
}

/** What is no script, Node looks at: it may be a module of ECMAScript. */
function compile(path: string, wrapped: string): Script | undefined {
  try {
    return scriptOf(path, wrapped);
  } catch {
    return undefined;
  }
}

function scriptOf(path: string, wrapped: string, cachedData?: Buffer): Script {
  return new Script(wrapped, {
    filename: path,
    columnOffset: -loader.wrapper[0].length,
    cachedData,
  });
}

/** As Node does it with a path that it found. */
function loadModule(parent: NodeJS.Module, path: string): unknown {
  const module = new loader(path, parent);
  loader._cache[path] = module;
  try {
    module.load(path);
  } catch (error) {
    delete loader._cache[path];
    parent.children.splice(parent.children.indexOf(module), 1);
    throw error;
  }
  return module.exports;
}

/** @see https://nodejs.org/api/modules.html#requireid */
function requireOf(module: NodeJS.Module, load: (id: string) => unknown): unknown {
  const require = Object.assign((id: string) => load(id), {
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
