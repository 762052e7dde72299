import type { Column } from '../schema/column';
import { identifier, qualified, sql, trusted } from '../sql/sql';
import type { ColumnName } from './column-name';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';

export interface SetColumnStorage extends ColumnName {
  readonly kind: 'setColumnStorage';
  readonly from: Column['storage'];
  readonly to: Column['storage'];
}

/** `SET STORAGE DEFAULT` is understood since Postgres 16 only; a type with a setting other than `extended` rarely has another. */
export function renderSetColumnStorage({ table, column, to }: SetColumnStorage): readonly Statement[] {
  return [
    statement(
      `Set the storage of ${displayName(table)}.${column}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} SET STORAGE ${trusted((to ?? 'extended').toUpperCase())}`,
    ),
  ];
}

export function reverseSetColumnStorage(operation: SetColumnStorage): SetColumnStorage {
  return { ...operation, from: operation.to, to: operation.from };
}
