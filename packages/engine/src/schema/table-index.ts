import type { QualifiedName } from './qualified-name';

/** An index of a table or a materialized view; it lives in the schema of that. */
export interface TableIndex {
  readonly name: string;
  readonly unique: boolean;
  readonly nullsNotDistinct: boolean;
  readonly method: string;
  readonly keys: readonly IndexKey[];
  readonly include: readonly string[];
  /** What `WHERE` says. */
  readonly predicate: string | null;
  readonly options: readonly string[];
  readonly state: IndexState;
  /** `ALTER INDEX … ALTER COLUMN n SET STATISTICS`, by key; `null` where not set. */
  readonly statisticsTargets: readonly (number | null)[];
  /** What `pg_get_indexdef` says: the whole `CREATE INDEX` (never `CONCURRENTLY`). */
  readonly definition: string;
  readonly comment: string | null;
}

/**
 * `unfinished` after a `CREATE INDEX CONCURRENTLY` that failed; of a partitioned table, `parentOnly` where none of its
 * partitions has the index, as `ON ONLY` says, and `someParts` where not every one has it.
 */
export type IndexState = 'valid' | 'unfinished' | 'parentOnly' | 'someParts';

export type IndexKey = (
  | { readonly kind: 'column'; readonly column: string }
  /** With its brackets where the grammar wants them. */
  | { readonly kind: 'expression'; readonly expression: string }
) & {
  /** `null` where it is the type's own. */
  readonly collation: QualifiedName | null;
  /** `null` where it is the default of the type. */
  readonly operatorClass: QualifiedName | null;
  /** Parameters of the operator class, `siglen=32`. */
  readonly operatorClassOptions: readonly string[];
  readonly order: 'asc' | 'desc';
  readonly nulls: 'first' | 'last';
};
