import type { DatabaseError } from 'pg';

/** Whether Postgres itself said it, to whichever copy of `pg`: TypeORM may load another one than we do. */
export function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'severity' in error && 'code' in error && 'file' in error;
}
