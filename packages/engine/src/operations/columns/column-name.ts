import type { QualifiedName } from '../../schema/qualified-name';

/** The column that an operation is about. */
export interface ColumnName {
  readonly table: QualifiedName;
  readonly column: string;
}
