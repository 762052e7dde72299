import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Script } from 'node:vm';
import { followLinks } from './follow-links';
import type { LoadedModule } from './loaded-module';
import { loader } from './loader';
import { type ModuleStore, openInstalledModules, openProjectModules } from './module-stores';
import { isInstalled } from './package-of';
import { offerKeeping, type SourceMaps } from './project-keeping';
import { isFollowed, requireOf } from './require-of';
import { signatureOf } from './signature-of';
import { takeModule } from './take-module';
import { isHookedBefore, watchHooks } from './watch-hooks';

/** A module that runs from here. */
interface Running extends Omit<LoadedModule, 'path'> {
  readonly store: ModuleStore;
}

type LoadFile = (module: NodeJS.Module, path: string) => void;

/** What imports while it runs, or evaluates more than a text of its own, which may, Node has to know of. */
const importing = /\bimport\s*(\(|\/[/*])|\b(eval\)?|(Async)?Function)\s*\((?!\s*("[^"]*"|'[^']*')?\s*\))/;

/**
 * Takes modules from what the last process loaded: their texts, what V8 compiled of them, and which of them asks for which.
 * TypeORM, with its hundreds of modules, is loaded in less than half of the time so. This package, and what is installed, is
 * kept beside the package; a project's own modules are kept in the project, with what the compiler made of them. A module
 * whose file is not the same any more is loaded by Node, and all of them are where Node's loader was hooked before.
 *
 * @see https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export function useCompileCache(): void {
  const { NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE || NODE_V8_COVERAGE || isHookedBefore()) return;
  const folder = NODE_COMPILE_CACHE ? resolve(NODE_COMPILE_CACHE) : besidePackage();
  if (folder !== undefined) loadFrom(join(folder, `${process.version}-${process.arch}`));
}

function loadFrom(file: string): void {
  const installed = openInstalledModules(file);
  let project: ModuleStore | undefined;
  let maps: SourceMaps | undefined;
  const running = new Map<string, Running>();
  let own: OwnFolders | undefined;
  const storeOf = (path: string, source: string): ModuleStore | undefined => {
    own ??= findOwnFolders();
    if (own.bundled.includes(dirname(path))) return installed;
    if (importing.test(source)) return undefined;
    return path.startsWith(own.services) || isInstalled(path) ? installed : project;
  };
  const follow = followLinks();
  const hooks = watchHooks();

  const recall = (path: string, signature: string): Running | undefined => {
    const store = project?.modules.has(path) ? project : installed;
    const found = store.modules.get(path);
    if (found?.signature !== signature) return undefined;
    const text = found.read();
    if (text === undefined) return undefined;
    const script = scriptOf(path, text.wrapped, text.code);
    if (script.cachedDataRejected === true) store.tellOther(path);
    if (found.mapFile !== undefined) maps?.add(path, found.mapFile);
    return { ...found, wrapped: text.wrapped, script, store };
  };
  const run = (module: NodeJS.Module, path: string, it: Running): unknown => {
    running.set(path, it);
    const tellNew = () => it.store.tellOther(path);
    const require = requireOf(module, (id) =>
      isFollowed(id) && !hooks.onRequests()
        ? takeModule(module, id, follow(module, it.links, id, tellNew), (asked) => running.has(asked))
        : module.require(id),
    );
    const { exports } = module;
    return it.script.runInThisContext().call(exports, exports, require, module, path, dirname(path));
  };

  let read: { readonly module: NodeJS.Module; readonly signature: string } | undefined;
  const takeOr =
    (loadAsNode: LoadFile, compiledBy?: () => string): LoadFile =>
    (module, path) => {
      // Who is to compile it otherwise than Node would, is given its text by Node.
      const isCompiledHere = Reflect.get(module, '_compile') === compileOnce && !hooks.onTexts();
      const signature = isCompiledHere ? signatureOf(path, compiledBy) : undefined;
      const it = signature === undefined ? undefined : recall(path, signature);
      if (it !== undefined) {
        run(module, path, it);
        return;
      }
      if (signature !== undefined) read = { module, signature };
      // Our own compiler gives what was read here to Node once more.
      else if (read?.module !== module) read = undefined;
      loadAsNode(module, path);
    };
  loader._extensions['.js'] = takeOr(loader._extensions['.js']);
  offerKeeping((its) => {
    maps = its.maps;
    project = openProjectModules(join(its.folder, basename(file)));
    for (const extension of its.compiled) {
      const load = loader._extensions[extension] ?? loader._extensions['.js'];
      loader._extensions[extension] = takeOr(load, its.compiledBy);
    }
  });
  const compileAsNode = loader.prototype._compile;
  loader.prototype._compile = compileOnce;
  /** Only what was read of the file just now: others give it texts of their own. */
  function compileOnce(this: NodeJS.Module, source: string, path: string, format?: string): unknown {
    const signature = read?.module === this ? read.signature : undefined;
    read = undefined;
    const store = (format ?? 'commonjs') === 'commonjs' ? storeOf(path, source) : undefined;
    const wrapped = wrap(source);
    const script = signature !== undefined && store !== undefined ? compile(path, wrapped) : undefined;
    if (signature === undefined || store === undefined || script === undefined)
      return compileAsNode.call(this, source, path, format);
    store.tellOther(path);
    const mapFile = maps?.fileOf(path);
    return run(this, path, { signature, wrapped, script, links: { files: {}, others: {} }, mapFile, store });
  }
  process.on('exit', () => {
    const loaded = [...running].map(([path, it]) => ({ path, ...it }));
    for (const store of [installed, project]) store?.keep(loaded.filter((it) => it.store === store));
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

/** What is no script, Node looks at: it may be a module of ECMAScript. */
function compile(path: string, wrapped: string): Script | undefined {
  try {
    return scriptOf(path, wrapped);
  } catch {
    return undefined;
  }
}

/** On a line of its own, so that what shows a line of the text shows it as it is. */
const [head, tail] = ['(function (exports, require, module, __filename, __dirname) {\n', '\n})'];

function wrap(source: string): string {
  return head + source.replace(/^#!/, '//') + tail;
}

function scriptOf(path: string, wrapped: string, cachedData?: Buffer): Script {
  return new Script(wrapped, {
    filename: path,
    lineOffset: -1,
    cachedData,
  });
}

/** In the nearest `node_modules` of this package, where tools keep what can be made again. */
function besidePackage(): string | undefined {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const found = join(folder, 'node_modules');
    if (existsSync(found)) return join(found, '.cache', 'retort', 'compiled');
  }
  return undefined;
}
