import { identifier, qualified, sql, trusted } from '../sql/sql';
import type { ColumnName } from './column-name';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';

export interface SetDefault extends ColumnName {
  readonly kind: 'setDefault';
  readonly from: string | null;
  readonly to: string;
}

export interface DropDefault extends ColumnName {
  readonly kind: 'dropDefault';
  readonly from: string;
  readonly to: null;
}

export function renderSetDefault({ table, column, to }: SetDefault): readonly Statement[] {
  return [
    statement(
      `Set the default of ${displayName(table)}.${column}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} SET DEFAULT ${trusted(to)}`,
    ),
  ];
}

export function renderDropDefault({ table, column }: DropDefault): readonly Statement[] {
  return [
    statement(
      `Drop the default of ${displayName(table)}.${column}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} DROP DEFAULT`,
    ),
  ];
}

export function reverseSetDefault({ table, column, from, to }: SetDefault): SetDefault | DropDefault {
  return from === null
    ? { kind: 'dropDefault', table, column, from: to, to: null }
    : { kind: 'setDefault', table, column, from: to, to: from };
}

export function reverseDropDefault({ table, column, from }: DropDefault): SetDefault {
  return { kind: 'setDefault', table, column, from: null, to: from };
}
