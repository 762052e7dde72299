import { setTimeout } from 'node:timers/promises';
import { errorCode } from '../../errors/error-code';

/** How long a statement may wait for a lock, run, and how often it is tried. */
export interface Patience {
  /** Postgres's `lock_timeout`; default 3 s. 0 waits for ever. */
  readonly statementLockTimeoutMs?: number;
  /** Postgres's `statement_timeout`; default 0: none. */
  readonly statementTimeoutMs?: number;
  /** How often a transaction that did not get its lock is run again; default 10. */
  readonly lockRetries?: number;
}

export const defaultPatience = {
  statementLockTimeoutMs: 3000,
  statementTimeoutMs: 0,
  lockRetries: 10,
} as const satisfies Required<Patience>;

export interface Retries {
  readonly retries: number;
  readonly firstDelayMs: number;
  readonly onRetry: (attempt: number, delayMs: number) => void;
  readonly signal: AbortSignal | undefined;
}

const longestDelayMs = 30_000;

/** Runs `work` again, ever later and never at the same time as somebody else's retry, while it does not get its lock. */
export async function retryLocks<T>(retries: Retries, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isLockNotObtained(error) || attempt > retries.retries || retries.signal?.aborted) throw error;
      const delayMs =
        Math.min(retries.firstDelayMs * 1.5 ** (attempt - 1), longestDelayMs) * (0.5 + Math.random() / 2);
      retries.onRetry(attempt, delayMs);
      await setTimeout(
        delayMs,
        undefined,
        retries.signal === undefined ? {} : { signal: retries.signal },
      ).catch(() => undefined);
      if (retries.signal?.aborted) throw error;
    }
  }
}

/** lock_not_available, deadlock_detected. */
export function isLockNotObtained(error: unknown): boolean {
  const code = errorCode(error instanceof Error && error.cause !== undefined ? error.cause : error);
  return code === '55P03' || code === '40P01';
}
