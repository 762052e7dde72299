/** Whether Postgres reported `sqlState`, also where TypeORM has wrapped its error. */
export function hasSqlState(error: unknown, ...sqlStates: readonly string[]): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    sqlStates.includes(error.code)
  );
}
