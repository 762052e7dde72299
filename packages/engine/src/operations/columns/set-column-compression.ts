import type { Column } from '../../schema/column';
import { columnAddress } from '../../schema/dependency-edges';
import { sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';
import { alterColumn, type ColumnName } from './column-name';

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
      alterColumn({ table, column }, sql`SET COMPRESSION ${trusted(to ?? 'default')}`),
    ),
  ];
}

export const setColumnCompression: Definition<SetColumnCompression, SetColumnCompression> = {
  render: renderSetColumnCompression,
  reverse: turnRound,
  effects: (operation) => ({ needs: [columnAddress(operation.table, operation.column)] }),
};
