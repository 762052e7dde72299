import type { QualifiedName } from './qualified-name';

export interface Sequence extends QualifiedName {
  readonly options: SequenceOptions;
  /** The column with which it is dropped (`OWNED BY`). */
  readonly ownedBy: { readonly schema: string; readonly table: string; readonly column: string } | null;
  readonly comment: string | null;
}

/** Numbers are text: they are as large as a bigint. */
export interface SequenceOptions {
  readonly dataType: 'smallint' | 'integer' | 'bigint';
  readonly start: string;
  readonly increment: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly cache: string;
  readonly cycle: boolean;
  readonly unlogged: boolean;
}
