import type { ColumnOptions } from 'typeorm';

/**
 * An instant, to the millisecond, which is what a JavaScript `Date` holds. With Postgres's microseconds a value that
 * was read would not equal the value that is stored: `WHERE updated_at = $1` (did nobody change it since I read it?)
 * would never match, and a page that starts after the last `created_at` would repeat its row.
 */
export const timestampColumn = { type: 'timestamptz', precision: 3 } as const satisfies ColumnOptions;

/** The database's clock: one for all who insert. */
export const now = (): string => 'now()';
