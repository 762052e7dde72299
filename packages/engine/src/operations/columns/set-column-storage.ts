import type { StorageWord } from '../../schema/column';
import { columnAddress } from '../../schema/dependency-edges';
import { identifier, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';
import type { ColumnName } from './column-name';

export interface SetColumnStorage extends ColumnName {
  readonly kind: 'setColumnStorage';
  readonly from: StorageWord;
  readonly to: StorageWord;
}

export function renderSetColumnStorage({ table, column, to }: SetColumnStorage): readonly Statement[] {
  // Its children have their own, which would be set along.
  return [
    statement(
      `Set the storage of ${displayName(table)}.${column}`,
      sql`ALTER TABLE ONLY ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} SET STORAGE ${trusted(to.toUpperCase())}`,
    ),
  ];
}

export const setColumnStorage: Definition<SetColumnStorage, SetColumnStorage> = {
  render: renderSetColumnStorage,
  reverse: turnRound,
  effects: (operation) => ({ needs: [columnAddress(operation.table, operation.column)] }),
};
