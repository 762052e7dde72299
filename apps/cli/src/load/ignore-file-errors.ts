/** Whether it was done: a folder that may not be written, or a disk that is full, costs time, not correctness. */
export function isDone(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return false;
  }
}

/** What Node itself refuses, by `--permission`, has a code of its own. */
export function isFileError(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^E[A-Z]+$|^ERR_ACCESS_DENIED$/.test(String(error.code))
  );
}
