/** The kinds of failure that this package knows, spelled as the exit codes of `retort` tell them apart. */
export type ServiceFailureKind = 'failed' | 'settings' | 'locked' | 'interrupted';

export interface ServiceExplanation {
  /** What happened, one sentence. */
  readonly what: string;
  /** Where: a file, a setting, a server. Never a password. */
  readonly at: string;
  /** What to do next: a command or an edit. */
  readonly next: string;
  readonly kind?: ServiceFailureKind;
  readonly cause?: unknown;
}

/** An expected failure, told in three lines: what happened, where, and what to do next. */
export class ServiceError extends Error {
  readonly at: string;
  readonly next: string;
  readonly kind: ServiceFailureKind;

  constructor({ what, at, next, kind = 'failed', cause }: ServiceExplanation) {
    super(what, cause === undefined ? undefined : { cause });
    this.name = 'ServiceError';
    this.at = at;
    this.next = next;
    this.kind = kind;
  }
}
