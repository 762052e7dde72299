import { setTimeout } from 'node:timers/promises';
import { errorCode } from '../../errors/error-code';
import { MigrationFailure } from '../failures/explain-migration-error';

/** How long a statement may wait for a lock, run, and how often it is tried. */
export interface Patience {
  /** Postgres's `lock_timeout`; default 3 s. 0 waits for ever. */
  readonly statementLockTimeoutMs?: number;
  /** Postgres's `statement_timeout`; default 0: none. */
  readonly statementTimeoutMs?: number;
  /** How often a transaction that did not get its lock, or could not be serialized, is run again; default 10. */
  readonly lockRetries?: number;
}

export const defaultPatience = {
  statementLockTimeoutMs: 3000,
  statementTimeoutMs: 0,
  lockRetries: 10,
} as const satisfies Required<Patience>;

export type RetryReason = 'lock' | 'changedMeanwhile';

export interface Retries {
  readonly retries: number;
  readonly firstDelayMs: number;
  readonly onRetry: (attempt: number, delayMs: number, because: RetryReason) => void;
  readonly signal: AbortSignal | undefined;
}

const longestDelayMs = 30_000;

/**
 * Runs `work` again, ever later and never at the same time as somebody else's retry, while it does not get its lock, or what it
 * read is changed meanwhile.
 */
export async function retryLocks<T>(retries: Retries, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const because = retryReason(error);
      if (because === undefined || attempt > retries.retries || retries.signal?.aborted) throw error;
      const delayMs =
        Math.min(retries.firstDelayMs * 1.5 ** (attempt - 1), longestDelayMs) * (0.5 + Math.random() / 2);
      retries.onRetry(attempt, delayMs, because);
      await setTimeout(
        delayMs,
        undefined,
        retries.signal === undefined ? {} : { signal: retries.signal },
      ).catch(() => undefined);
      if (retries.signal?.aborted) throw error;
    }
  }
}

export function isLockNotObtained(error: unknown): boolean {
  return retryReason(error) === 'lock';
}

/** What is wrong at this moment alone, and leaves nothing of the transaction. */
function retryReason(error: unknown): RetryReason | undefined {
  if (error instanceof MigrationFailure && error.remains === 'partOwnCommit') return undefined;
  return reasons[errorCode(error instanceof Error && error.cause !== undefined ? error.cause : error) ?? ''];
}

/** lock_not_available, deadlock_detected, serialization_failure. */
const reasons: Readonly<Record<string, RetryReason>> = {
  '55P03': 'lock',
  '40P01': 'lock',
  '40001': 'changedMeanwhile',
};
