/** The kinds of failure, as the exit codes of `retort` tell them apart. */
export type FailureKind =
  | 'failed'
  | 'settings'
  | 'pending'
  | 'modelsDiffer'
  | 'drifted'
  | 'refused'
  | 'locked'
  | 'conflict'
  | 'needsAnswer'
  | 'interrupted';

export interface Explanation {
  /** What happened, one sentence. */
  readonly what: string;
  /** Where: a file, a statement, a setting, a server. Never a password. */
  readonly at: string;
  /** What to do next: a command or an edit with the user's own names in it. */
  readonly next: string;
  readonly kind?: FailureKind;
  readonly cause?: unknown;
}

/** An expected failure, told in three lines: what happened, where, and what to do next. */
export class RetortError extends Error {
  readonly at: string;
  readonly next: string;
  readonly kind: FailureKind;

  constructor({ what, at, next, kind = 'failed', cause }: Explanation) {
    super(what, cause === undefined ? undefined : { cause });
    this.name = 'RetortError';
    this.at = at;
    this.next = next;
    this.kind = kind;
  }
}
