import { explainError } from '../output/explained-error';

/** What the doctor found out about one thing. */
export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly says: string;
  readonly next?: string;
}

/** Turns what a check returns, or the error that it throws, into a finding. */
export async function examine(
  name: string,
  check: () => Promise<Omit<Finding, 'name'> | string>,
): Promise<Finding> {
  try {
    const found = await check();
    return typeof found === 'string' ? { name, state: 'ok', says: found } : { name, ...found };
  } catch (error) {
    const { what, at, next } = explainError(error);
    return { name, state: 'failed', says: `${what} (${at.split('\n')[0]})`, next };
  }
}
