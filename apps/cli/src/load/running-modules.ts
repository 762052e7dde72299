import { basename, dirname, join, sep } from 'node:path';
import { followLinks } from './follow-links';
import type { LoadedModule } from './loaded-module';
import { type ModuleStore, openInstalledModules, openProjectModules } from './module-stores';
import { isInstalled } from './package-of';
import type { ProjectKeeping, SourceMaps } from './project-keeping';
import { isFollowed, requireOf } from './require-of';
import { takeModule } from './take-module';
import type { Hooks } from './watch-hooks';
import { compile, scriptOf, wrap } from './wrapped-script';

/** A module that runs from here. */
interface Running extends Omit<LoadedModule, 'path'> {
  readonly store: ModuleStore;
}

/** What imports while it runs, or evaluates more than a text of its own, which may, Node has to know of. */
const importing = /\bimport\s*(\(|\/[/*])|\b(eval\)?|(Async)?Function)\s*\((?!\s*("[^"]*"|'[^']*')?\s*\))/;

/** The modules of this process that run as they were kept, or are to be kept. */
export class RunningModules {
  readonly #file: string;
  readonly #hooks: Hooks;
  readonly #installed: ModuleStore;
  readonly #follow = followLinks();
  readonly #running = new Map<string, Running>();
  #own: OwnFolders | undefined;
  #project: ModuleStore | undefined;
  #maps: SourceMaps | undefined;

  /** What is installed is kept in that file. */
  constructor(file: string, hooks: Hooks) {
    this.#file = file;
    this.#hooks = hooks;
    this.#installed = openInstalledModules(file);
  }

  /** From now on a project's own modules are kept too. */
  keepProject({ folder, maps }: Pick<ProjectKeeping, 'folder' | 'maps'>): void {
    this.#maps = maps;
    this.#project = openProjectModules(join(folder, basename(this.#file)));
  }

  /** Runs it as it was kept. False where it was not kept, or not so. */
  runKept(module: NodeJS.Module, path: string, signature: string): boolean {
    const store = this.#project?.modules.has(path) ? this.#project : this.#installed;
    const found = store.modules.get(path);
    if (found?.signature !== signature) return false;
    const text = found.read();
    if (text === undefined) return false;
    const script = scriptOf(path, text.wrapped, text.code);
    if (script.cachedDataRejected === true) store.tellOther(path);
    if (found.mapFile !== undefined) this.#maps?.add(path, found.mapFile);
    this.#run(module, path, { ...found, wrapped: text.wrapped, script, store });
    return true;
  }

  /** What runs a text that was read just now, and has it kept; undefined where Node has to run it. */
  runnerOf(
    source: string,
    path: string,
    signature: string,
  ): ((module: NodeJS.Module) => unknown) | undefined {
    const store = this.#storeOf(path, source);
    if (store === undefined) return undefined;
    const wrapped = wrap(source);
    const script = compile(path, wrapped);
    if (script === undefined) return undefined;
    return (module) => {
      store.tellOther(path);
      const mapFile = this.#maps?.fileOf(path);
      const links = { files: {}, others: {} };
      return this.#run(module, path, { signature, wrapped, script, links, mapFile, store });
    };
  }

  /** Keeps all of them for the next process. */
  keep(): void {
    const loaded = [...this.#running].map(([path, it]) => ({ path, ...it }));
    for (const store of [this.#installed, this.#project]) {
      store?.keep(loaded.filter((it) => it.store === store));
    }
  }

  #run(module: NodeJS.Module, path: string, it: Running): unknown {
    this.#running.set(path, it);
    const tellNew = () => it.store.tellOther(path);
    const isRunningHere = (asked: string) => this.#running.has(asked);
    const require = requireOf(module, (id) =>
      isFollowed(id) && !this.#hooks.onRequests()
        ? takeModule(module, id, this.#follow(module, it.links, id, tellNew), isRunningHere)
        : module.require(id),
    );
    const { exports } = module;
    return it.script.runInThisContext().call(exports, exports, require, module, path, dirname(path));
  }

  #storeOf(path: string, source: string): ModuleStore | undefined {
    this.#own ??= findOwnFolders();
    if (this.#own.bundled.includes(dirname(path))) return this.#installed;
    if (importing.test(source)) return undefined;
    return path.startsWith(this.#own.services) || isInstalled(path) ? this.#installed : this.#project;
  }
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
