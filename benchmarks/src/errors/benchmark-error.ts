export interface Explanation {
  /** What happened, one sentence. */
  readonly what: string;
  /** Where: a setting, a program, a file. */
  readonly at: string;
  /** What to do next: a command or an edit. */
  readonly next: string;
  readonly cause?: unknown;
}

/** An expected failure, told in three lines: what happened, where, and what to do next. */
export class BenchmarkError extends Error {
  readonly at: string;
  readonly next: string;

  constructor({ what, at, next, cause }: Explanation) {
    super(what, cause === undefined ? undefined : { cause });
    this.name = 'BenchmarkError';
    this.at = at;
    this.next = next;
  }
}
