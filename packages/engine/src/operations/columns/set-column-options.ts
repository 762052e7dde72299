import { columnAddress } from '../../schema/dependency-edges';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { optionChanges } from '../storage-options';
import { turnRound } from '../turn-round';
import { alterColumn, type ColumnName } from './column-name';

export interface SetColumnOptions extends ColumnName {
  readonly kind: 'setColumnOptions';
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export function renderSetColumnOptions({ table, column, from, to }: SetColumnOptions): readonly Statement[] {
  return optionChanges(from, to).map((change) =>
    statement(`Set the options of ${displayName(table)}.${column}`, alterColumn({ table, column }, change)),
  );
}

export const setColumnOptions: Definition<SetColumnOptions, SetColumnOptions> = {
  render: renderSetColumnOptions,
  reverse: turnRound,
  effects: (operation) => ({ needs: [columnAddress(operation.table, operation.column)] }),
};
