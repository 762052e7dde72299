import type { Decisions } from '../answers/decisions';
import type { Operation } from '../operations/operation';
import { addressKey, type ObjectAddress } from '../schema/object-address';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';

/** A difference for which there is no operation: a person has to write it. */
export interface Unsupported {
  readonly kind: 'unsupported';
  /** What differs. */
  readonly what: string;
  /** What to write by hand. */
  readonly write: string;
  /** The column whose values an answer could tell how to convert. */
  readonly using?: {
    readonly table: QualifiedName;
    readonly column: string;
    /** Expressions that are likely to be meant. */
    readonly likely: readonly { readonly label: string; readonly expression: string }[];
  };
}

export type Change = Operation | Unsupported;

export interface DiffContext {
  readonly from: Schema;
  readonly to: Schema;
  readonly decisions: Decisions;
  /** Keys of what is taken off and put back, because what it stands on changes beneath it. */
  readonly displaced: ReadonlySet<string>;
}

export function isDisplaced({ displaced }: DiffContext, address: ObjectAddress): boolean {
  return displaced.size > 0 && displaced.has(addressKey(address));
}
