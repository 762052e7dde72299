import type { ObjectAddress } from '../schema/object-address';

/** What an operation does to whom: all that the order of operations is found by. */
export interface Effects {
  readonly creates: readonly ObjectAddress[];
  readonly removes: readonly ObjectAddress[];
  /** It is there before and after, but what stands on it may have to make room meanwhile. */
  readonly alters: readonly ObjectAddress[];
  /** It must be there, and is left as it is. */
  readonly needs: readonly ObjectAddress[];
  /** A name that is free from then on, and one that is taken; what bears it stays what it is. */
  readonly frees: readonly ObjectAddress[];
  readonly takes: readonly ObjectAddress[];
}
