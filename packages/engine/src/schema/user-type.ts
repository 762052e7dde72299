import type { DataType } from './data-type';
import type { QualifiedName } from './qualified-name';

export interface EnumType extends QualifiedName {
  /** In their order. */
  readonly labels: readonly string[];
  readonly comment: string | null;
}

export interface Domain extends QualifiedName {
  readonly type: DataType;
  /** `null` where it is the type's own. */
  readonly collation: QualifiedName | null;
  readonly notNull: boolean;
  readonly default: string | null;
  readonly checks: readonly DomainCheck[];
  readonly comment: string | null;
}

export interface DomainCheck {
  readonly name: string;
  readonly expression: string;
  /** What `pg_get_constraintdef` says: what stands behind `ADD CONSTRAINT name`. */
  readonly definition: string;
  readonly validated: boolean;
  readonly comment: string | null;
}

export interface CompositeType extends QualifiedName {
  /** In their order. */
  readonly attributes: readonly CompositeAttribute[];
  readonly comment: string | null;
}

export interface CompositeAttribute {
  readonly name: string;
  readonly type: DataType;
  readonly collation: QualifiedName | null;
  readonly comment: string | null;
}

export interface RangeType extends QualifiedName {
  readonly subtype: DataType;
  /** `null` where it is the default of the subtype. */
  readonly operatorClass: QualifiedName | null;
  readonly collation: QualifiedName | null;
  readonly canonical: QualifiedName | null;
  readonly subtypeDifference: QualifiedName | null;
  readonly multirange: QualifiedName;
  readonly comment: string | null;
}
