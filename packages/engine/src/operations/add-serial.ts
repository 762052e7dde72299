import { valueAddresses } from '../schema/addresses';
import type { ColumnSequence } from '../schema/column';
import { identifier, qualified, sql } from '../sql/sql';
import type { ColumnName } from './column-name';
import { continueSequence } from './continue-sequence';
import { createSequenceSql } from './create-sequence';
import type { Definition } from './definition';
import { displayName } from './display-name';
import { type Accessible, giveAccess } from './give-access';
import { nextValue, ownSequence } from './render-column';
import { type Statement, statement } from './statement';

/** Gives a column that is there a sequence of its own as its default, as `serial` does. */
export interface AddSerial extends ColumnName, Accessible {
  readonly kind: 'addSerial';
  readonly sequence: ColumnSequence;
}

export interface DropSerial extends ColumnName, Accessible {
  readonly kind: 'dropSerial';
  readonly sequence: ColumnSequence;
}

function renderAddSerial({ table, column, sequence, access }: AddSerial): readonly Statement[] {
  return [
    statement(`Create sequence ${displayName(sequence)}`, createSequenceSql(sequence, sequence.options)),
    statement(
      `Number ${displayName(table)}.${column} by ${displayName(sequence)}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} SET DEFAULT ${nextValue(sequence)}`,
    ),
    ...ownSequence(table, column, sequence),
    continueSequence({ table, column }, sequence),
    ...giveAccess(access),
  ];
}

function renderDropSerial({ table, column, sequence }: DropSerial): readonly Statement[] {
  return [
    statement(
      `Drop the default of ${displayName(table)}.${column}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER COLUMN ${identifier(column)} DROP DEFAULT`,
    ),
    statement(
      `Drop sequence ${displayName(sequence)}`,
      sql`DROP SEQUENCE ${qualified(sequence.schema, sequence.name)}`,
    ),
  ];
}

function reverseAddSerial(operation: AddSerial): DropSerial {
  return { ...operation, kind: 'dropSerial' };
}

function reverseDropSerial(operation: DropSerial): AddSerial {
  return { ...operation, kind: 'addSerial' };
}

export const addSerial: Definition<AddSerial, DropSerial> = {
  render: renderAddSerial,
  reverse: reverseAddSerial,
  effects: (operation) => ({ creates: valueAddresses(operation) }),
};

export const dropSerial: Definition<DropSerial, AddSerial> = {
  render: renderDropSerial,
  reverse: reverseDropSerial,
  effects: (operation) => ({ removes: valueAddresses(operation) }),
};
