import type { EntityManager } from 'typeorm';

/** Rows that a database should have. Running it again changes nothing: `putRows` sees to that. */
export interface Seed {
  /** The file's name, without its extension. */
  readonly name: string;
  /** Where it belongs; default: everywhere. */
  readonly environments?: readonly string[];
  /** Runs in a transaction of its own. */
  run(manager: EntityManager): Promise<readonly TableCount[]>;
}

export interface TableCount {
  readonly table: string;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}
