import type { StorageWord } from '../schema/column';
import { identifier, qualified, sql, trusted } from '../sql/sql';
import type { ColumnName } from './column-name';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';

export interface SetColumnStorage extends ColumnName {
  readonly kind: 'setColumnStorage';
  readonly from: StorageWord;
  readonly to: StorageWord;
}

export function renderSetColumnStorage({ table, column, to }: SetColumnStorage): readonly Statement[] {
  return [
    statement(
      `Set the storage of ${displayName(table)}.${column}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} SET STORAGE ${trusted(to.toUpperCase())}`,
    ),
  ];
}

export function reverseSetColumnStorage(operation: SetColumnStorage): SetColumnStorage {
  return { ...operation, from: operation.to, to: operation.from };
}
