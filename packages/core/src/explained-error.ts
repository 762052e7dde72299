export interface Explanation {
  /** What happened, one sentence. */
  readonly what: string;
  /** Where: a file, a class, a setting. Never a password. */
  readonly at: string;
  /** What to do next. */
  readonly next: string;
  readonly kind?: 'failed' | 'settings' | 'refused';
  readonly cause?: unknown;
}

/** An expected failure in three lines, in the shape that the command line prints. */
export class ExplainedError extends Error {
  readonly at: string;
  readonly next: string;
  readonly kind: NonNullable<Explanation['kind']>;

  constructor({ what, at, next, kind = 'failed', cause }: Explanation) {
    super(what, cause === undefined ? undefined : { cause });
    this.name = 'ExplainedError';
    this.at = at;
    this.next = next;
    this.kind = kind;
  }
}
