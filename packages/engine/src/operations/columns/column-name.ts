import type { QualifiedName } from '../../schema/qualified-name';
import { identifier, qualified, type Sql, sql } from '../../sql/sql';

/** The column that an operation is about. */
export interface ColumnName {
  readonly table: QualifiedName;
  readonly column: string;
}

/** What one column of a table, and of its children, is told. */
export function alterColumn({ table, column }: ColumnName, action: Sql): Sql {
  return sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} ${action}`;
}
