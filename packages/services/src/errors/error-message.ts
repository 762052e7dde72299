/** The message of anything thrown. Node's AggregateError (each address of a host refused) has an empty one of its own. */
export function errorMessage(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(errorMessage).join('; ');
  return error instanceof Error ? error.message : String(error);
}
