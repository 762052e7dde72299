import type { Row } from '../measure/contestant';
import type { Failure } from '../measure/measure-row';

/** Rows that are ready to be measured. */
export interface PreparedRows {
  readonly rows: readonly Row[];
  readonly leftOut: readonly Failure[];
  /** What is to be known when the rows are read. */
  readonly notes: readonly string[];
}
