import type { Direction } from '../../history/direction';
import type { Migration } from '../../history/history';
import type { RetryReason } from '../session/retry-locks';
import type { Notice } from './notice';

/** A session of the server that another one waits for. */
export interface Blocker {
  readonly pid: number;
  readonly application: string;
  readonly query: string;
  /** Since when its transaction, or its session, has been going: undefined where the role may not see that. */
  readonly ageMs: number | undefined;
}

/** What a run tells while it runs. */
export type RunEvent =
  | { readonly kind: 'planned'; readonly direction: Direction; readonly migrations: readonly Migration[] }
  | { readonly kind: 'waitingForRunner'; readonly holder: string }
  /** It starts, or has no connection left. */
  | { readonly kind: 'waitingForServer'; readonly because: string }
  | { readonly kind: 'endedOrphan'; readonly pid: number; readonly query: string }
  | { readonly kind: 'adopted'; readonly migrations: readonly Migration[] }
  | { readonly kind: 'started'; readonly migration: Migration; readonly direction: Direction }
  | {
      readonly kind: 'resumed';
      readonly migration: Migration;
      readonly direction: Direction;
      readonly stepsDone: number;
    }
  | { readonly kind: 'droppedInvalidIndex'; readonly index: string }
  | {
      readonly kind: 'running';
      readonly migration: Migration;
      readonly sql: string;
      readonly elapsedMs: number;
      readonly blockers: readonly Blocker[];
    }
  | {
      readonly kind: 'retrying';
      readonly migration: Migration;
      readonly because: RetryReason;
      readonly attempt: number;
      readonly retries: number;
      readonly delayMs: number;
      readonly blockers: readonly Blocker[];
    }
  | ({ readonly kind: 'notice'; readonly migration: Migration } & Notice)
  /** After its last: there were as many more. */
  | { readonly kind: 'noticesLeftOut'; readonly migration: Migration; readonly count: number }
  | { readonly kind: 'connectionLost'; readonly migration: Migration }
  | {
      readonly kind: 'done';
      readonly migration: Migration;
      readonly direction: Direction;
      readonly durationMs: number;
    };

export type OnEvent = (event: RunEvent) => void;

const longest = 120;

/** A session in one line: `process 7 (the shop, 4.0 s): SELECT 1`. */
export function describeBlocker({ pid, application, query, ageMs }: Blocker): string {
  const age = ageMs === undefined ? [] : [`${(ageMs / 1000).toFixed(1)} s`];
  const who = [application === '' ? 'no application name' : application, ...age].join(', ');
  const text = query.replace(/\s+/g, ' ').trim();
  return `process ${pid} (${who}): ${text.length > longest ? `${text.slice(0, longest)} …` : text}`;
}
