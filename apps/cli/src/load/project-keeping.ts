import { loader } from './loader';

/** What is to be known of a project to keep its own modules. */
export interface ProjectKeeping {
  readonly folder: string;
  /** The extensions of what is compiled, and what tells how: asked for where there is such a file. */
  readonly compiled: readonly string[];
  readonly compiledBy: () => string;
  readonly maps: SourceMaps;
}

/** Where the source maps of modules are. */
export interface SourceMaps {
  add(path: string, mapFile: string): void;
  fileOf(path: string): string | undefined;
}

/** Both files that the command line is bundled into know it. */
const keeper = Symbol.for('retort.keeper');

type Keep = (project: ProjectKeeping) => void;

/** Lets a project's own modules be kept, once it is known where. */
export function offerKeeping(keep: Keep): void {
  Object.assign(loader, { [keeper]: keep });
}

/** Has a project's own modules kept, where modules are. */
export function keepProject(project: ProjectKeeping): void {
  const found: object & { readonly [keeper]?: Keep } = loader;
  found[keeper]?.(project);
}
