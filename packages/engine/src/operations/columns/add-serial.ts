import { valueAddresses } from '../../schema/addresses';
import type { ColumnSequence } from '../../schema/column';
import { qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { continueSequence } from '../sequences/continue-sequence';
import { createSequenceSql } from '../sequences/create-sequence';
import { type Statement, statement } from '../statement';
import { alterColumn, type ColumnName } from './column-name';
import { nextValue, ownSequence } from './render-column';

/** Gives a column that is there a sequence of its own as its default, as `serial` does. */
export interface AddSerial extends ColumnName, Accessible {
  readonly kind: 'addSerial';
  readonly sequence: ColumnSequence;
  /** The role that owns the table, where that is not the one that migrates. */
  readonly tableOwner?: string;
}

export interface DropSerial extends ColumnName, Accessible {
  readonly kind: 'dropSerial';
  readonly sequence: ColumnSequence;
  readonly tableOwner?: string;
}

function renderAddSerial({ table, column, sequence, tableOwner, access }: AddSerial): readonly Statement[] {
  return [
    statement(`Create sequence ${displayName(sequence)}`, createSequenceSql(sequence, sequence.options)),
    statement(
      `Number ${displayName(table)}.${column} by ${displayName(sequence)}`,
      alterColumn({ table, column }, sql`SET DEFAULT ${nextValue(sequence)}`),
    ),
    ...ownSequence(table, column, sequence, tableOwner),
    continueSequence({ table, column }, sequence),
    ...giveAccess(access),
  ];
}

function renderDropSerial({ table, column, sequence }: DropSerial): readonly Statement[] {
  return [
    statement(
      `Drop the default of ${displayName(table)}.${column}`,
      alterColumn({ table, column }, sql`DROP DEFAULT`),
    ),
    statement(
      `Drop sequence ${displayName(sequence)}`,
      sql`DROP SEQUENCE ${qualified(sequence.schema, sequence.name)}`,
    ),
  ];
}

export const addSerial: Definition<AddSerial, DropSerial> = {
  render: renderAddSerial,
  reverse: (operation) => ({ ...operation, kind: 'dropSerial' }),
  effects: (operation) => ({ creates: valueAddresses(operation) }),
};

export const dropSerial: Definition<DropSerial, AddSerial> = {
  render: renderDropSerial,
  reverse: (operation) => ({ ...operation, kind: 'addSerial' }),
  effects: (operation) => ({ removes: valueAddresses(operation) }),
};
