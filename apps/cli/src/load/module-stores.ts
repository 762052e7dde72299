import { getHeapCodeStatistics } from 'node:v8';
import { openLines } from './kept-lines';
import { type KeptModule, readKeptModules, removeKept, writeKeptModules } from './kept-modules';
import type { LoadedModule } from './loaded-module';

/** Where modules are kept from one command to the next. */
export interface ModuleStore {
  readonly modules: { has(path: string): boolean; get(path: string): KeptModule | undefined };
  /** Says that a module is not as it was kept. */
  tellOther(path: string): void;
  /** Keeps what this process loaded, if some of it is not as it was kept. */
  keep(loaded: readonly LoadedModule[]): void;
}

/** So much more compiled code is worth keeping again. */
const growth = 1.1;

/** What is installed changes seldom: it is one file, written again where something changed or much more was compiled. */
export function openInstalledModules(file: string): ModuleStore {
  const kept = readKeptModules(file);
  const settled = openLines(`${file}-settled`);
  let isOther = false;
  return {
    modules: kept.modules,
    tellOther() {
      isOther = true;
    },
    keep(loaded) {
      const command = process.argv[2] ?? '';
      // To ask how much was compiled takes some milliseconds: who did the same as one that had no more has no more.
      const done = [command, process.exitCode ?? 0, loaded.length].join(' ');
      if (!isOther && settled.has(done)) return;
      const compiled = getHeapCodeStatistics().bytecode_and_metadata_size;
      if (!isOther && compiled < (kept.compiled[command] ?? 0) * growth) {
        settled.add(done);
        return;
      }
      settled.clear();
      writeKeptModules(file, loaded, {
        ...kept,
        compiled: { ...kept.compiled, [command]: compiled },
      });
    },
  };
}

/** So many modules, or such a part of all, may be in the file of those that changed lately. */
const fewest = 20;
const mostPart = 0.05;

/**
 * A project's own modules change with every edit, a few of them: what changed since all were written is a file of its own, so
 * that a command after an edit does not write all of them again.
 */
export function openProjectModules(file: string): ModuleStore {
  const lateFile = `${file}-late`;
  const [all, late] = [readKeptModules(file), readKeptModules(lateFile)];
  const modules = new Map([...all.modules, ...late.modules]);
  const others = new Set<string>();
  return {
    modules,
    tellOther: (path) => others.add(path),
    keep(loaded) {
      if (others.size === 0) return;
      const changed = new Set([...late.modules.keys(), ...others]);
      if (all.modules.size > 0 && changed.size <= Math.max(fewest, all.modules.size * mostPart)) {
        const those = loaded.filter(({ path }) => others.has(path));
        writeKeptModules(lateFile, those, late);
        return;
      }
      if (writeKeptModules(file, loaded, { modules, compiled: {} })) removeKept(lateFile);
    },
  };
}
