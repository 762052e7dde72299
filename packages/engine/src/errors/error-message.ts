/** The message of anything thrown, without the full stop at its end. Node's AggregateError (each address of a host) has none of its own. */
export function errorMessage(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const message = 'message' in error ? String(error.message) : '';
  if (message === '' && 'errors' in error && Array.isArray(error.errors))
    return errorMessage(error.errors[0]);
  return (message === '' ? String(error) : message).replace(/\.$/, '');
}
