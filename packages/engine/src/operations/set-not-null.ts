import { identifier, qualified, sql, trusted } from '../sql/sql';
import type { ColumnName } from './column-name';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';

export interface SetNotNull extends ColumnName {
  readonly kind: 'setNotNull';
  /** What the rows that have none get first. */
  readonly fill: string | null;
}

export interface DropNotNull extends ColumnName {
  readonly kind: 'dropNotNull';
  readonly fill: string | null;
}

export function renderSetNotNull({ table, column, fill }: SetNotNull): readonly Statement[] {
  const target = qualified(table.schema, table.name);
  const name = identifier(column);
  const scan = {
    kind: 'blocksReads',
    text: `Every row of ${displayName(table)} is checked: nobody can read or write it meanwhile.`,
    table,
  } as const;
  const failure = {
    kind: 'mayFail',
    text: `Fails if a row of ${displayName(table)} has no ${column}.`,
    table,
  } as const;
  return [
    ...(fill === null
      ? []
      : [
          statement(
            `Give the rows without ${column} one`,
            sql`UPDATE ${target} SET ${name} = ${trusted(fill)} WHERE ${name} IS NULL`,
            { note: `The way back does not tell which rows had no ${column}.` },
          ),
        ]),
    statement(
      `Forbid NULL in ${displayName(table)}.${column}`,
      sql`ALTER TABLE ${target} ALTER COLUMN ${name} SET NOT NULL`,
      { hazards: fill === null ? [scan, failure] : [scan] },
    ),
  ];
}

export function renderDropNotNull({ table, column }: DropNotNull): readonly Statement[] {
  return [
    statement(
      `Allow NULL in ${displayName(table)}.${column}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} DROP NOT NULL`,
    ),
  ];
}

export function reverseSetNotNull(operation: SetNotNull): DropNotNull {
  return { ...operation, kind: 'dropNotNull' };
}

export function reverseDropNotNull(operation: DropNotNull): SetNotNull {
  return { ...operation, kind: 'setNotNull' };
}
