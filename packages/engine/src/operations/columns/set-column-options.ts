import { columnAddress } from '../../schema/dependency-edges';
import { identifier, qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { optionChanges } from '../storage-options';
import type { ColumnName } from './column-name';

export interface SetColumnOptions extends ColumnName {
  readonly kind: 'setColumnOptions';
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export function renderSetColumnOptions({ table, column, from, to }: SetColumnOptions): readonly Statement[] {
  return optionChanges(from, to).map((change) =>
    statement(
      `Set the options of ${displayName(table)}.${column}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} ${change}`,
    ),
  );
}

function reverseSetColumnOptions(operation: SetColumnOptions): SetColumnOptions {
  return { ...operation, from: operation.to, to: operation.from };
}

export const setColumnOptions: Definition<SetColumnOptions, SetColumnOptions> = {
  render: renderSetColumnOptions,
  reverse: reverseSetColumnOptions,
  effects: (operation) => ({ needs: [columnAddress(operation.table, operation.column)] }),
};
