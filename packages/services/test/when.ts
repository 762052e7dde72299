import { pollUntil } from '../src/processes/poll-until';

/** Waits for something that has to happen; a test's failure if it does not. */
export async function when<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const seen = await pollUntil(async () => (await look()) || undefined, { deadlineMs: 20_000 });
  if (seen === undefined) throw new Error(`in vain waited until ${what}`);
  return seen;
}
