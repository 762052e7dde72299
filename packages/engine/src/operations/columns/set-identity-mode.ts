import { partAddress } from '../../schema/dependency-edges';
import { sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';
import { alterColumn, type ColumnName } from './column-name';

export interface SetIdentityMode extends ColumnName {
  readonly kind: 'setIdentityMode';
  readonly from: 'always' | 'by default';
  readonly to: 'always' | 'by default';
}

function renderSetIdentityMode({ table, column, to }: SetIdentityMode): readonly Statement[] {
  return [
    statement(
      `Generate ${displayName(table)}.${column} ${to}`,
      alterColumn({ table, column }, sql`SET GENERATED ${trusted(to.toUpperCase())}`),
    ),
  ];
}

export const setIdentityMode: Definition<SetIdentityMode, SetIdentityMode> = {
  render: renderSetIdentityMode,
  reverse: turnRound,
  effects: (operation) => ({ alters: [partAddress('default', operation.table, operation.column)] }),
};
