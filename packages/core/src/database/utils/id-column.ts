import type { ColumnOptions } from 'typeorm';

/**
 * Made by the database, whichever way a row is inserted: one clock, and ids ascend within a session even inside a
 * millisecond. `uuidv7()` is built into Postgres 18.
 */
export const idColumn = { type: 'uuid', default: () => 'uuidv7()' } as const satisfies ColumnOptions;
