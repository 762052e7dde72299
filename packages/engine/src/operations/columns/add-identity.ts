import { valueAddresses } from '../../schema/addresses';
import type { ColumnSequence } from '../../schema/column';
import { sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { continueSequence } from '../sequences/continue-sequence';
import { type Statement, statement } from '../statement';
import { alterColumn, type ColumnName } from './column-name';
import { identityClause, sequenceComment } from './render-column';

export interface AddIdentity extends ColumnName {
  readonly kind: 'addIdentity';
  readonly generated: 'always' | 'by default';
  readonly sequence: ColumnSequence;
}

export interface DropIdentity extends ColumnName {
  readonly kind: 'dropIdentity';
  readonly generated: 'always' | 'by default';
  readonly sequence: ColumnSequence;
}

function renderAddIdentity({ table, column, generated, sequence }: AddIdentity): readonly Statement[] {
  return [
    statement(
      `Make ${displayName(table)}.${column} an identity`,
      alterColumn({ table, column }, sql`ADD ${identityClause(generated, sequence)}`),
    ),
    ...sequenceComment(sequence),
    continueSequence({ table, column }, sequence),
  ];
}

function renderDropIdentity({ table, column }: DropIdentity): readonly Statement[] {
  return [
    statement(
      `Make ${displayName(table)}.${column} an ordinary column`,
      alterColumn({ table, column }, sql`DROP IDENTITY`),
    ),
  ];
}

export const addIdentity: Definition<AddIdentity, DropIdentity> = {
  render: renderAddIdentity,
  reverse: (operation) => ({ ...operation, kind: 'dropIdentity' }),
  effects: (operation) => ({ creates: valueAddresses(operation) }),
};

export const dropIdentity: Definition<DropIdentity, AddIdentity> = {
  render: renderDropIdentity,
  reverse: (operation) => ({ ...operation, kind: 'addIdentity' }),
  effects: (operation) => ({ removes: valueAddresses(operation) }),
};
