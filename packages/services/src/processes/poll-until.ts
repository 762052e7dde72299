import { setTimeout as delay } from 'node:timers/promises';

export interface PollOptions {
  readonly deadlineMs: number;
  readonly everyMs?: number;
}

/** Calls `look` until it returns something other than undefined, or the deadline has passed (then: undefined). */
export async function pollUntil<T>(
  look: () => Promise<T | undefined>,
  { deadlineMs, everyMs = 25 }: PollOptions,
): Promise<T | undefined> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined || performance.now() >= end) return seen;
    await delay(everyMs);
  }
}
