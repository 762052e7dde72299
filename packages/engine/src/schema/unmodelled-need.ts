import type { ObjectAddress } from './object-address';
import type { Unmodelled } from './unmodelled';

/** What something that is not compared stands on. */
export interface UnmodelledNeed extends Unmodelled {
  readonly on: ObjectAddress;
  /** It is dropped with that; else Postgres refuses to drop it. */
  readonly goesAlong: boolean;
}
