import type { Column } from '../../schema/column';
import { columnAddress } from '../../schema/dependency-edges';
import { identifier, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';
import type { ColumnName } from './column-name';

export interface SetColumnStatistics extends ColumnName {
  readonly kind: 'setColumnStatistics';
  readonly from: Column['statisticsTarget'];
  readonly to: Column['statisticsTarget'];
}

export function renderSetColumnStatistics({ table, column, to }: SetColumnStatistics): readonly Statement[] {
  // Its children have their own, which would be set along.
  return [
    statement(
      `Set the statistics target of ${displayName(table)}.${column}`,
      sql`ALTER TABLE ONLY ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} SET STATISTICS ${trusted(String(to ?? -1))}`,
    ),
  ];
}

export const setColumnStatistics: Definition<SetColumnStatistics, SetColumnStatistics> = {
  render: renderSetColumnStatistics,
  reverse: turnRound,
  effects: (operation) => ({ needs: [columnAddress(operation.table, operation.column)] }),
};
