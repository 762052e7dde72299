import type { Answers } from '../answers/answers';
import type { Desired } from '../desired/desired';
import type { Origin } from '../prove/origin';
import type { LiveOptions } from '../prove/with-live';
import type { ReadOptions } from '../read/read-schema';

/** From what a history made to what is desired. */
export interface ChangeToPlan {
  readonly origin: Origin;
  readonly desired: Desired;
  readonly answers: Answers;
  /** The schema of names that have none. */
  readonly defaultSchema: string;
  readonly online: boolean | undefined;
  /** The database in use, with rows. */
  readonly live: LiveOptions['database'] | undefined;
  readonly read: ReadOptions;
  readonly signal?: AbortSignal | undefined;
}
