import { BenchmarkError } from '../errors/benchmark-error';
import type { Failure } from '../measure/measure-row';

export type MadeOrLeftOut<T> =
  | { readonly kind: 'made'; readonly made: T }
  | { readonly kind: 'leftOut'; readonly failure: Failure };

/** A contestant whose preparation fails is left out and said, and does not end the comparison of the others. */
export async function orLeaveOut<T>(
  name: string,
  side: Failure['side'],
  make: () => Promise<T>,
): Promise<MadeOrLeftOut<T>> {
  try {
    return { kind: 'made', made: await make() };
  } catch (error) {
    if (!(error instanceof BenchmarkError)) throw error;
    return { kind: 'leftOut', failure: { name, side, because: `${error.message}\n    at ${error.at}` } };
  }
}
