import type { Column } from '../../schema/column';
import { columnAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import { identifier, qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { alterColumn } from './column-name';
import { columnDefinition, statementsAfterColumn } from './render-column';

/** Makes a stored generated column an ordinary one, which keeps the values that it has. */
export interface DropExpression {
  readonly kind: 'dropExpression';
  readonly table: QualifiedName;
  /** The column while it is generated. */
  readonly column: Column;
}

/** Makes it generated again; Postgres can only do that to a new column. */
export interface RestoreExpression {
  readonly kind: 'restoreExpression';
  readonly table: QualifiedName;
  readonly column: Column;
}

function renderDropExpression({ table, column }: DropExpression): readonly Statement[] {
  return [
    statement(
      `Make ${displayName(table)}.${column.name} an ordinary column`,
      alterColumn({ table, column: column.name }, sql`DROP EXPRESSION`),
    ),
  ];
}

function renderRestoreExpression({ table, column }: RestoreExpression): readonly Statement[] {
  const target = qualified(table.schema, table.name);
  const place = `${displayName(table)}.${column.name}`;
  const text = `What was stored in ${place} since is replaced by what its expression gives.`;
  return [
    statement(`Take ${place} away`, sql`ALTER TABLE ${target} DROP COLUMN ${identifier(column.name)}`, {
      hazards: [{ kind: 'losesData', text, table }],
      note: text,
    }),
    statement(
      `Make ${place} generated again`,
      sql`ALTER TABLE ${target} ADD COLUMN ${columnDefinition(table, column)}`,
    ),
    ...statementsAfterColumn(table, column),
  ];
}

export const dropExpression: Definition<DropExpression, RestoreExpression> = {
  render: renderDropExpression,
  reverse: (operation) => ({ ...operation, kind: 'restoreExpression' }),
  effects: (operation) => ({ alters: [columnAddress(operation.table, operation.column.name)] }),
};

export const restoreExpression: Definition<RestoreExpression, DropExpression> = {
  render: renderRestoreExpression,
  reverse: (operation) => ({ ...operation, kind: 'dropExpression' }),
  effects: (operation) => ({ alters: [columnAddress(operation.table, operation.column.name)] }),
};
