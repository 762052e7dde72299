import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loader } from './loader';
import { offerKeeping } from './project-keeping';
import { RunningModules } from './running-modules';
import { signatureOf } from './signature-of';
import { isHookedBefore, watchHooks } from './watch-hooks';

type LoadFile = (module: NodeJS.Module, path: string) => void;

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

/** Puts what is kept in that file before how Node loads a file, and before how it compiles what it read of one. */
function loadFrom(file: string): void {
  const hooks = watchHooks();
  const modules = new RunningModules(file, hooks);
  let read: { readonly module: NodeJS.Module; readonly signature: string } | undefined;
  const takeOr =
    (loadAsNode: LoadFile, compiledBy?: () => string): LoadFile =>
    (module, path) => {
      // Who is to compile it otherwise than Node would, is given its text by Node.
      const isCompiledHere = Reflect.get(module, '_compile') === compileOnce && !hooks.onTexts();
      const signature = isCompiledHere ? signatureOf(path, compiledBy) : undefined;
      if (signature !== undefined && modules.runKept(module, path, signature)) return;
      if (signature !== undefined) read = { module, signature };
      // Our own compiler gives what was read here to Node once more.
      else if (read?.module !== module) read = undefined;
      loadAsNode(module, path);
    };
  loader._extensions['.js'] = takeOr(loader._extensions['.js']);
  offerKeeping((project) => {
    modules.keepProject(project);
    for (const extension of project.compiled) {
      const load = loader._extensions[extension] ?? loader._extensions['.js'];
      loader._extensions[extension] = takeOr(load, project.compiledBy);
    }
  });
  const compileAsNode = loader.prototype._compile;
  loader.prototype._compile = compileOnce;
  /** Only what was read of the file just now: others give it texts of their own. */
  function compileOnce(this: NodeJS.Module, source: string, path: string, format?: string): unknown {
    const isCommonjs = (format ?? 'commonjs') === 'commonjs';
    const signature = read?.module === this && isCommonjs ? read.signature : undefined;
    read = undefined;
    const run = signature === undefined ? undefined : modules.runnerOf(source, path, signature);
    return run === undefined ? compileAsNode.call(this, source, path, format) : run(this);
  }
  process.on('exit', () => modules.keep());
}

/** In the nearest `node_modules` of this package, where tools keep what can be made again. */
function besidePackage(): string | undefined {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const found = join(folder, 'node_modules');
    if (existsSync(found)) return join(found, '.cache', 'retort', 'compiled');
  }
  return undefined;
}
