import type { Script } from 'node:vm';
import type { Links } from './follow-links';

/** A module as it was loaded, with the path that Node knows it by. */
export interface LoadedModule {
  readonly path: string;
  readonly signature: string;
  /** Its text in Node's wrapper. */
  readonly wrapped: string;
  readonly script: Script;
  readonly links: Links;
  /** The file of its source map, where a compiler made the text. */
  readonly mapFile?: string | undefined;
}
