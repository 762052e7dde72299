/** What Postgres, or the connection, said to a statement: in the shape of TypeORM's QueryFailedError. */
export class StatementError extends Error {
  readonly query: string;
  readonly driverError: object;
  readonly code: string | undefined;

  constructor(query: string, driverError: Error & { readonly code?: string }) {
    super(driverError.message, { cause: driverError });
    this.name = 'StatementError';
    this.query = query;
    this.driverError = driverError;
    this.code = driverError.code;
  }
}

/** The statement that an error is about, and what the driver said. TypeORM's is known by its shape, so that nobody loads TypeORM to ask. */
export function failedStatement(
  error: unknown,
): { readonly query: string; readonly driverError: object } | undefined {
  if (!(error instanceof Error) || !('query' in error) || !('driverError' in error)) return undefined;
  const { query, driverError } = error;
  if (typeof query !== 'string' || typeof driverError !== 'object' || driverError === null) return undefined;
  return { query, driverError };
}
