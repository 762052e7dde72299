import type { DataType } from './data-type';
import type { QualifiedName } from './qualified-name';
import type { SequenceOptions } from './sequence';

export interface Column {
  readonly name: string;
  readonly type: DataType;
  /** `null` where it is the type's own. */
  readonly collation: QualifiedName | null;
  readonly notNull: boolean;
  readonly value: ColumnValue;
  /** `null` where it is the type's own. */
  readonly storage: ColumnStorage | null;
  readonly compression: 'pglz' | 'lz4' | null;
  readonly statisticsTarget: number | null;
  /** `n_distinct=…` and `n_distinct_inherited=…`. */
  readonly options: readonly string[];
  /** Comes from a parent table and is not declared by this one. */
  readonly inherited: boolean;
  readonly comment: string | null;
}

export type StorageWord = 'plain' | 'external' | 'extended' | 'main';

export interface ColumnStorage {
  readonly chosen: StorageWord;
  /** Before Postgres 16 no word leads back to it. */
  readonly ofType: StorageWord;
}

/** Where the value of a column comes from when an INSERT names none. */
export type ColumnValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'default'; readonly expression: string }
  /** A sequence that the column owns, and `nextval` of it as the default: what `serial` makes. */
  | { readonly kind: 'serial'; readonly sequence: ColumnSequence }
  | {
      readonly kind: 'identity';
      readonly generated: 'always' | 'by default';
      readonly sequence: ColumnSequence;
    }
  | {
      readonly kind: 'generated';
      readonly storage: 'stored' | 'virtual';
      readonly expression: string;
    };

/** The sequence of a serial or an identity column. */
export interface ColumnSequence extends QualifiedName {
  readonly options: SequenceOptions;
  readonly comment: string | null;
}

/** The expression of a plain default. */
export function plainDefault(value: ColumnValue): string | null {
  return value.kind === 'default' ? value.expression : null;
}

/** The sequence that a column has of its own. */
export function sequenceOf(value: ColumnValue): ColumnSequence | null {
  return value.kind === 'serial' || value.kind === 'identity' ? value.sequence : null;
}

/** Every row must be given a value, and nothing says which. */
export function mustBeGiven({ notNull, value }: Pick<Column, 'notNull' | 'value'>): boolean {
  return notNull && value.kind === 'none';
}
