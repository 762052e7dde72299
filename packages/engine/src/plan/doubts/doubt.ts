import type { Consented } from '../../answers/consents';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Sql } from '../../sql/sql';
import type { Choice } from '../plan';

/** Something that the rows decide: whether a statement holds, or what it does to them. */
export interface Doubt {
  /** What would be wrong: `rows of users have no email`. The number is put before it where it is known. */
  readonly about: string;
  readonly ask: string;
  readonly choices: readonly Choice[];
  /** What vouches that the rows are as they must be. */
  readonly vouch: Consented;
  /** What to do where nothing can be answered. */
  readonly byHand: string;
  readonly table: QualifiedName;
  /** Asks the rows, in the names that they have after the renames: each query returns one number. */
  readonly count: readonly Sql[];
  /** Tries the statement's own conversion; it fails where the statement would. */
  readonly attempt: readonly Sql[];
}

/** A doubt, and what the rows said. */
export interface Settled {
  readonly doubt: Doubt;
  /** `none`: no row is in the way; `unknown`: the rows could not be asked. */
  readonly outcome:
    | { readonly kind: 'none' | 'unknown' }
    | { readonly kind: 'rows'; readonly count: number }
    | { readonly kind: 'fails'; readonly because: string };
}
