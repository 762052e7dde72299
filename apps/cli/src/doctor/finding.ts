import type { Context } from '../context';
import { nameOrigin } from '../environment/name-origin';
import { explainError } from '../output/explained-error';

/** What the doctor found out about one thing. */
export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly says: string;
  readonly next?: string;
}

/** Turns what a check returns, or the error that it throws, into a finding; with `context`, where the database's address came from is said. */
export async function examine(
  name: string,
  check: () => Promise<Omit<Finding, 'name'> | string>,
  context?: Context,
): Promise<Finding> {
  try {
    const found = await check();
    return typeof found === 'string' ? { name, state: 'ok', says: found } : { name, ...found };
  } catch (error) {
    const { what, at, next } = explainError(context === undefined ? error : nameOrigin(error, context));
    return { name, state: 'failed', says: `${what} (${at.split('\n')[0]})`, next };
  }
}
