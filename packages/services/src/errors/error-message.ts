/**
 * The message of anything thrown. Node's AggregateError (each address of a host refused) has an empty one of its own.
 * By shape, not by class: an error of Node's own is not an instance of the Error that code in a VM context sees.
 */
export function errorMessage(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.map(errorMessage).join('; ');
  return 'message' in error ? String(error.message) : String(error);
}
