import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import { followLinks, type Links } from './follow-links';
import { readKeptModules, writeKeptModules } from './kept-modules';
import { loader } from './loader';
import { isFollowed, requireOf } from './require-of';
import { signatureOf } from './signature-of';
import { takeModule } from './take-module';
import { isHookedBefore, watchHooks } from './watch-hooks';

/** A module that runs from here. */
interface Running {
  readonly signature: string;
  /** Its text in Node's wrapper. */
  readonly wrapped: string;
  readonly script: Script;
  readonly links: Links;
}

/** What imports while it runs, or evaluates more than a text of its own, which may, Node has to know of. */
const importing = /\bimport\s*(\(|\/[/*])|\b(eval\)?|(Async)?Function)\s*\((?!\s*("[^"]*"|'[^']*')?\s*\))/;

/** So much more compiled code is worth keeping again. */
const growth = 1.1;

/**
 * Takes this package, and those that it loads, from what the last process loaded: their texts, what V8 compiled of them, and
 * which of them asks for which. TypeORM, with its hundreds of modules, is loaded in less than half of the time so. It is kept
 * beside the package; a module whose file is not the same any more is loaded by Node, and all of them are where Node's loader
 * was hooked before.
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
  const hooks = watchHooks();

  const recall = (path: string, signature: string): Running | undefined => {
    const found = kept.modules.get(path);
    if (found?.signature !== signature) return undefined;
    const text = found.read();
    if (text === undefined) return undefined;
    const script = scriptOf(path, text.wrapped, text.code);
    isOther ||= script.cachedDataRejected === true;
    return { signature, wrapped: text.wrapped, script, links: found.links };
  };
  const run = (module: NodeJS.Module, path: string, it: Running): unknown => {
    running.set(path, it);
    const require = requireOf(module, (id) =>
      isFollowed(id) && !hooks.onRequests()
        ? takeModule(module, id, follow(module, it.links, id), (asked) => running.has(asked))
        : module.require(id),
    );
    const { exports } = module;
    return it.script.runInThisContext().call(exports, exports, require, module, path, dirname(path));
  };

  let read: { readonly module: NodeJS.Module; readonly signature: string } | undefined;
  const loadAsNode = loader._extensions['.js'];
  loader._extensions['.js'] = (module, path) => {
    // Who is to compile it otherwise than Node would, is given its text by Node.
    const isCompiledHere = Reflect.get(module, '_compile') === compileOnce && !hooks.onTexts();
    const signature = isCompiledHere ? signatureOf(path) : undefined;
    const it = signature === undefined ? undefined : recall(path, signature);
    if (it !== undefined) {
      run(module, path, it);
      return;
    }
    read = signature === undefined ? undefined : { module, signature };
    loadAsNode?.(module, path);
  };
  const compileAsNode = loader.prototype._compile;
  loader.prototype._compile = compileOnce;
  /** Only what was read of the file just now: others give it texts of their own. */
  function compileOnce(this: NodeJS.Module, source: string, path: string, format?: string): unknown {
    const signature = read?.module === this ? read.signature : undefined;
    read = undefined;
    const isScript = (format ?? 'commonjs') === 'commonjs' && isKept(path, source);
    const wrapped = wrap(source);
    const script = signature !== undefined && isScript ? compile(path, wrapped) : undefined;
    if (signature === undefined || script === undefined)
      return compileAsNode.call(this, source, path, format);
    isOther = true;
    return run(this, path, { signature, wrapped, script, links: { files: {}, others: {} } });
  }
  process.on('exit', () => {
    const command = process.argv[2] ?? '';
    const compiled = getHeapCodeStatistics().bytecode_and_metadata_size;
    if (!isOther && compiled < (kept.compiled[command] ?? 0) * growth) return;
    const loaded = [...running].map(([path, it]) => ({ path, ...it }));
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
