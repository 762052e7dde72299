import type { History } from '../../history/history';
import type { OnEvent } from '../watch/run-events';

export interface LockOptions {
  /** How long another runner is waited for; default 30 s. */
  readonly lockTimeoutMs?: number;
  /** Called once, when another runner has to be waited for, with what is known of it. */
  readonly onWait?: (holder: string) => void;
  readonly onEvent?: OnEvent;
  readonly signal?: AbortSignal;
  /** Whether all of it is applied and in order is asked in the same trip. */
  readonly expected?: History;
}
