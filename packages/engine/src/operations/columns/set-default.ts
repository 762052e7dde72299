import { partAddress } from '../../schema/dependency-edges';
import { sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { alterColumn, type ColumnName } from './column-name';

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

function renderSetDefault({ table, column, to }: SetDefault): readonly Statement[] {
  return [
    statement(
      `Set the default of ${displayName(table)}.${column}`,
      alterColumn({ table, column }, sql`SET DEFAULT ${trusted(to)}`),
    ),
  ];
}

function renderDropDefault({ table, column }: DropDefault): readonly Statement[] {
  return [
    statement(
      `Drop the default of ${displayName(table)}.${column}`,
      alterColumn({ table, column }, sql`DROP DEFAULT`),
    ),
  ];
}

function reverseSetDefault({ table, column, from, to }: SetDefault): SetDefault | DropDefault {
  return from === null
    ? { kind: 'dropDefault', table, column, from: to, to: null }
    : { kind: 'setDefault', table, column, from: to, to: from };
}

function reverseDropDefault({ table, column, from }: DropDefault): SetDefault {
  return { kind: 'setDefault', table, column, from: null, to: from };
}

export const setDefault: Definition<SetDefault, SetDefault | DropDefault> = {
  render: renderSetDefault,
  reverse: reverseSetDefault,
  effects: ({ table, column, from }) => {
    const on = [partAddress('default', table, column)];
    return from === null ? { creates: on } : { alters: on };
  },
};

export const dropDefault: Definition<DropDefault, SetDefault> = {
  render: renderDropDefault,
  reverse: reverseDropDefault,
  effects: (operation) => ({ removes: [partAddress('default', operation.table, operation.column)] }),
};
