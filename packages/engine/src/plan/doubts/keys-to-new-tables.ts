import type { Consents } from '../../answers/consents';
import { displayName } from '../../operations/display-name';
import type { Operation } from '../../operations/operation';
import type { Statement } from '../../operations/statement';
import { type AddConstraint, renderAddConstraint } from '../../operations/table-parts/add-constraint';
import { tablesCreated } from '../../operations/tables-created';
import { mustBeGiven } from '../../schema/column';
import type { ForeignKey } from '../../schema/constraint';
import { columnKey, nameKey } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';

/** A foreign key that is added to a table that is there, and points at one that the same plan makes: no row is in that yet. */
export interface KeyToNewTable {
  readonly table: QualifiedName;
  readonly constraint: ForeignKey;
  readonly isOf: (statement: Statement) => boolean;
}

export function keysToNewTables(operations: readonly Operation[]): readonly KeyToNewTable[] {
  const created = tablesCreated(operations);
  return operations.flatMap((operation): readonly KeyToNewTable[] => {
    if (operation.kind !== 'addConstraint' || operation.constraint.kind !== 'foreignKey') return [];
    const { table, constraint } = operation;
    if (!created.has(nameKey(constraint.references)) || created.has(nameKey(table))) return [];
    return [{ table, constraint, isOf: isStatementOf(operation) }];
  });
}

function isStatementOf(operation: AddConstraint): KeyToNewTable['isOf'] {
  return ({ sql }) => renderAddConstraint(operation).some((own) => own.sql === sql);
}

const byHand = 'in a migration written by hand: make db-prepare MSG="…" MANUAL=1';

/** What to do where a column shall hold a value in every row, and no value can be right. */
export function stepsOfColumn(key: KeyToNewTable, column: string, consents: Consents): string {
  const target = displayName(key.constraint.references);
  const place = consents.path('not-null', key.table, column);
  return `${noRows(target)} so no value of ${place} can be right. Take three steps:
1. Let ${place} be nullable in the model, and prepare that.
2. Fill ${target}, and then ${place}, ${byHand}
3. Let ${place} not be nullable again, and prepare that.`;
}

/** What to do where rows hold values already. */
function stepsOfKey({ table, constraint }: KeyToNewTable): string {
  const target = displayName(constraint.references);
  return `${noRows(target)} and rows of ${displayName(table)} point at some. Take three steps:
1. Leave ${constraint.name} out of the model (createForeignKeyConstraints: false), and prepare that.
2. Fill ${target} ${byHand}
3. Put ${constraint.name} back, and prepare that.`;
}

function noRows(target: string): string {
  return `${target} is made by the same plan and has no rows yet,`;
}

/** What to do where rows do not allow such a key; `undefined` where the statement adds none. */
export function stepsOfStatement(
  statement: Statement,
  operations: readonly Operation[],
  consents: Consents,
): string | undefined {
  const key = keysToNewTables(operations).find(({ isOf }) => isOf(statement));
  if (key === undefined) return undefined;
  const required = new Set(operations.flatMap(requiredColumn));
  const column = key.constraint.columns.find((each) => required.has(columnKey(key.table, each)));
  return column === undefined ? stepsOfKey(key) : stepsOfColumn(key, column, consents);
}

/** What must hold a value from now on, and has none. */
function requiredColumn(operation: Operation): readonly string[] {
  if (operation.kind === 'setNotNull') return [columnKey(operation.table, operation.column)];
  if (operation.kind !== 'addColumn') return [];
  const { table, column } = operation;
  return mustBeGiven(column) ? [columnKey(table, column.name)] : [];
}
