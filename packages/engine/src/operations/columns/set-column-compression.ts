import type { Column } from '../../schema/column';
import { columnAddress } from '../../schema/dependency-edges';
import { identifier, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import type { ColumnName } from './column-name';

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

function reverseSetColumnCompression(operation: SetColumnCompression): SetColumnCompression {
  return { ...operation, from: operation.to, to: operation.from };
}

export const setColumnCompression: Definition<SetColumnCompression, SetColumnCompression> = {
  render: renderSetColumnCompression,
  reverse: reverseSetColumnCompression,
  effects: (operation) => ({ needs: [columnAddress(operation.table, operation.column)] }),
};
