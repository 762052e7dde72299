import type { Contestant } from '../measure/contestant';

/** How one tool takes part in the three rows about writing a migration. */
export interface GenerateContestants {
  readonly first: readonly Contestant[];
  readonly changed: readonly Contestant[];
  readonly unchanged: readonly Contestant[];
  /** A database that the tool's own first migration was run in, to be compared with what the tables say. */
  readonly migratedUrl: string;
}
