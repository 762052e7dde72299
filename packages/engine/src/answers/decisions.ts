import type { LabelMapping } from '../operations/types/rebuild-enum';
import type { QualifiedName } from '../schema/qualified-name';

/** What a person has decided about the values of columns, looked up by the names that `to` has. */
export interface Decisions {
  /** How old values become values of the new type. */
  using(table: QualifiedName, column: string): string | null;
  /** What rows without a value get. */
  backfill(table: QualifiedName, column: string): string | null;
  /** What rows with a removed label get. */
  labels(type: QualifiedName): readonly LabelMapping[];
}

export const undecided: Decisions = { using: () => null, backfill: () => null, labels: () => [] };
