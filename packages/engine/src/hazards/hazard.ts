import type { QualifiedName } from '../schema/qualified-name';

export type HazardKind =
  /** Values that are stored now are gone afterwards. */
  | 'losesData'
  /** Rows that are stored now may make the statement fail. */
  | 'mayFail'
  /** Other sessions cannot read the table while the statement runs, and it runs as long as the table is large. */
  | 'blocksReads'
  /** As `blocksReads`, but only for writing. */
  | 'blocksWrites'
  /** The application that is deployed now fails on the changed schema. */
  | 'breaksDeployedCode';

/** What a statement does to a running application or to its data. */
export interface Hazard {
  readonly kind: HazardKind;
  /** One sentence for people. */
  readonly text: string;
  /** The table whose rows are at risk or whose readers wait: nothing is at risk in one that the same plan creates. */
  readonly table: QualifiedName;
}
