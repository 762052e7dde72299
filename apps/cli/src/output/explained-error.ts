import type { FailureKind } from '@retort/engine/state';
import { exitCodes } from './exit-code';

/** An error in the three lines that a person reads. */
export interface ExplainedError {
  readonly what: string;
  readonly at: string;
  readonly next: string;
  readonly kind: FailureKind;
  /** The stack, where the error is not an expected one. */
  readonly stack?: string;
}

/**
 * Every package's errors bear the same fields; what bears none of them is a defect of ours, and is shown with its stack,
 * unless the command was interrupted: then it is what became of a connection that was given up.
 */
export function explainError(error: unknown, isInterrupted = false): ExplainedError {
  const isExplained = error instanceof Error && 'at' in error && 'next' in error;
  if (isExplained && !(isInterrupted && isOfProgram(error))) {
    const kind = 'kind' in error ? error.kind : undefined;
    return {
      what: error.message,
      at: String(error.at),
      next: String(error.next),
      kind: isKind(kind) ? kind : 'failed',
    };
  }
  if (isInterrupted)
    return { what: 'Interrupted.', at: 'Ctrl-C', next: 'Run the command again.', kind: 'interrupted' };
  const refused = explainServer(error);
  if (refused !== undefined) return refused;
  const cause = error instanceof Error ? error : new Error(String(error));
  return {
    what: cause.message === '' ? cause.name : cause.message,
    at: 'retort itself: this error is not one that it expects',
    next: 'Report it with the lines below. Is everything else in order? retort doctor',
    kind: 'failed',
    ...(cause.stack === undefined ? {} : { stack: cause.stack }),
  };
}

/** Ctrl-C reaches the programs that a command has started too: that one failed then is not what went wrong. */
function isOfProgram({ cause }: Error): boolean {
  return cause instanceof Error && 'cmd' in cause;
}

/** What keeps a server from doing anything. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
function explainServer(error: unknown): ExplainedError | undefined {
  if (!(error instanceof Error && 'code' in error) || error.code !== '53100') return undefined;
  return {
    what: `The disk of the Postgres server is full: ${error.message}.`,
    at: 'the server of POSTGRES_URL, or of RETORT_SCRATCH_URL',
    next: 'Free some space there and run the command again.',
    kind: 'failed',
  };
}

function isKind(kind: unknown): kind is FailureKind {
  return typeof kind === 'string' && kind !== 'done' && kind in exitCodes;
}
