import { uuidv7 } from 'uuidv7';

/**
 * An id for code that needs it before the row is inserted. Ids made in one process ascend; against ids that the
 * database made (the usual way: leave `id` out) their order is as good as the two clocks agree.
 */
export function uuid7(): string {
  return uuidv7();
}
