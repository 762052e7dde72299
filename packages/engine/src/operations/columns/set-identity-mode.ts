import { partAddress } from '../../schema/dependency-edges';
import { identifier, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import type { ColumnName } from './column-name';

export interface SetIdentityMode extends ColumnName {
  readonly kind: 'setIdentityMode';
  readonly from: 'always' | 'by default';
  readonly to: 'always' | 'by default';
}

function renderSetIdentityMode({ table, column, to }: SetIdentityMode): readonly Statement[] {
  return [
    statement(
      `Generate ${displayName(table)}.${column} ${to}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} SET GENERATED ${trusted(to.toUpperCase())}`,
    ),
  ];
}

function reverseSetIdentityMode(operation: SetIdentityMode): SetIdentityMode {
  return { ...operation, from: operation.to, to: operation.from };
}

export const setIdentityMode: Definition<SetIdentityMode, SetIdentityMode> = {
  render: renderSetIdentityMode,
  reverse: reverseSetIdentityMode,
  effects: (operation) => ({ alters: [partAddress('default', operation.table, operation.column)] }),
};
