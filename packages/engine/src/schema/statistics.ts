import type { QualifiedName } from './qualified-name';

/** Extended statistics. */
export interface Statistics extends QualifiedName {
  readonly table: QualifiedName;
  /** Sorted; empty where it is all of them. */
  readonly kinds: readonly ('ndistinct' | 'dependencies' | 'mcv')[];
  /** Sorted: Postgres keeps no order of them. */
  readonly columns: readonly string[];
  readonly expressions: readonly string[];
  /** `null` where it is the server's default. */
  readonly target: number | null;
  readonly comment: string | null;
}
