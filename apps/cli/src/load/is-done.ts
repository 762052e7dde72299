import { isFileError } from './is-file-error';

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
