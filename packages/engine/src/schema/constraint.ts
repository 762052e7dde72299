import type { QualifiedName } from './qualified-name';

/** Not-null constraints are in `Column.notNull`: their names, which Postgres 18 has, mean nothing. */
export type Constraint = PrimaryKey | Unique | Check | Exclusion | ForeignKey;

interface AnyConstraint {
  readonly name: string;
  /** What `pg_get_constraintdef` says: what stands behind `ADD CONSTRAINT name`. */
  readonly definition: string;
  readonly deferrable: Deferrable;
  /** Comes from a parent table and is not declared by this one. */
  readonly inherited: boolean;
  readonly comment: string | null;
}

export type Deferrable = 'not deferrable' | 'deferrable' | 'initially deferred';

export interface PrimaryKey extends AnyConstraint {
  readonly kind: 'primaryKey';
  readonly columns: readonly string[];
  readonly include: readonly string[];
  /** The last column is a period (Postgres 18). */
  readonly withoutOverlaps: boolean;
  readonly indexOptions: readonly string[];
}

export interface Unique extends AnyConstraint {
  readonly kind: 'unique';
  readonly columns: readonly string[];
  readonly include: readonly string[];
  readonly nullsNotDistinct: boolean;
  readonly withoutOverlaps: boolean;
  readonly indexOptions: readonly string[];
}

export interface Check extends AnyConstraint {
  readonly kind: 'check';
  readonly expression: string;
  /** The columns that the expression reads. */
  readonly columns: readonly string[];
  readonly noInherit: boolean;
  readonly validated: boolean;
  readonly enforced: boolean;
}

export interface Exclusion extends AnyConstraint {
  readonly kind: 'exclusion';
  /** The plain columns among its elements; expressions are in `definition` alone. */
  readonly columns: readonly string[];
  readonly indexOptions: readonly string[];
}

export interface ForeignKey extends AnyConstraint {
  readonly kind: 'foreignKey';
  readonly columns: readonly string[];
  readonly references: QualifiedName & { readonly columns: readonly string[] };
  readonly onUpdate: ForeignKeyAction;
  readonly onDelete: ForeignKeyAction;
  /** The columns of `ON DELETE SET NULL (…)`; `null` where it is all of them. */
  readonly onDeleteColumns: readonly string[] | null;
  readonly match: 'simple' | 'full' | 'partial';
  readonly period: boolean;
  readonly validated: boolean;
  readonly enforced: boolean;
}

export type ForeignKeyAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default';

/** Whether it stands on an index of its name: a key, or an exclusion. */
export function hasIndex({ kind }: Pick<Constraint, 'kind'>): boolean {
  switch (kind) {
    case 'primaryKey':
    case 'unique':
    case 'exclusion':
      return true;
    case 'check':
    case 'foreignKey':
      return false;
  }
}
