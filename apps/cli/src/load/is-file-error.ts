/** Whether a file could not be read or written. What Node itself refuses, by `--permission`, has a code of its own. */
export function isFileError(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^E[A-Z]+$|^ERR_ACCESS_DENIED$/.test(String(error.code))
  );
}
