import { errorCode } from './error-code';

/**
 * For the `catch` of a promise: undefined where the error has one of these codes, since what was asked for is not there
 * then. Every other error is thrown on.
 */
export function absentWhen(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (!codes.includes(errorCode(error) ?? '')) throw error;
    return undefined;
  };
}
