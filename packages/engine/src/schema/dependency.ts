import type { ObjectAddress } from './object-address';

/**
 * `dependent` cannot be without `on`, as `pg_depend` has it. What the model says by its shape is left out: a column
 * and its table, a constraint or a plain index and the columns that it names, a foreign key and what it points at.
 */
export interface Dependency {
  readonly dependent: ObjectAddress;
  readonly on: ObjectAddress;
  /** `auto`: dropping `on` drops `dependent` too; `normal`: it is refused. */
  readonly kind: 'normal' | 'auto';
}
