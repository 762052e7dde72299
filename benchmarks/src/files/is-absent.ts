/** Whether a file or a process went away, or was never there. */
export function isAbsent(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ENOENT' || error.code === 'ESRCH';
}
