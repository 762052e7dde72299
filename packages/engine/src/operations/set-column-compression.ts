import type { Column } from '../schema/column';
import { identifier, qualified, sql, trusted } from '../sql/sql';
import type { ColumnName } from './column-name';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';

export interface SetColumnCompression extends ColumnName {
  readonly kind: 'setColumnCompression';
  readonly from: Column['compression'];
  readonly to: Column['compression'];
}

export function renderSetColumnCompression({
  table,
  column,
  to,
}: SetColumnCompression): readonly Statement[] {
  return [
    statement(
      `Set the compression of ${displayName(table)}.${column}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} SET COMPRESSION ${trusted(to ?? 'default')}`,
    ),
  ];
}

export function reverseSetColumnCompression(operation: SetColumnCompression): SetColumnCompression {
  return { ...operation, from: operation.to, to: operation.from };
}
