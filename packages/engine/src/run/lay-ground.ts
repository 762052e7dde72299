import type { RunQuery } from '../connect/run-query';
import { errorMessage } from '../errors/error-message';
import { RetortError } from '../errors/retort-error';

/**
 * Makes what TypeORM would have made before migrations that it generated, where it is not there.
 *
 * @throws RetortError when the role may not, or the server has no such extension.
 */
export async function layGround(query: RunQuery, ground: readonly string[]): Promise<void> {
  for (const sql of ground) {
    try {
      await query(sql);
    } catch (error) {
      throw new RetortError({
        what: `The migrations count on what TypeORM makes unasked, and it cannot be made: ${errorMessage(error)}.`,
        at: sql,
        next: 'Have it made by a role that may, then run the command again.',
        cause: error,
      });
    }
  }
}
