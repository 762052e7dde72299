import { displayName } from '../operations/display-name';
import type { Operation } from '../operations/operation';
import type { CreateTable, DropTable } from '../operations/tables/create-table';
import { nameKey } from '../schema/name-key';
import { parentsOf } from '../schema/parents-of';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import type { Table } from '../schema/table';
import type { Order } from './order';

/**
 * A table takes from its parents what they are when it is made, where nobody tells it otherwise: storage and compression,
 * and as valid a check that is not valid for theirs. So those are set before it is made, and on the way back after it went.
 */
export function orderWhatChildrenTake(
  order: Order<Operation>,
  operations: readonly Operation[],
  from: Schema,
  to: Schema,
): void {
  const children = operations.flatMap((operation) => {
    if (operation.kind !== 'createTable' && operation.kind !== 'dropTable') return [];
    const ancestors = ancestorsOf(operation.table, operation.kind === 'createTable' ? to : from);
    return ancestors.size === 0 ? [] : [{ operation, ancestors }];
  });
  if (children.length === 0) return;
  for (const operation of operations) {
    const given = givenToChildren(operation);
    if (given === undefined) continue;
    for (const { operation: child, ancestors } of children) {
      if (!ancestors.has(nameKey(given.table))) continue;
      if (given.isTakenBy(child.table)) orderWithChild(order, operation, child);
      else if (given.isToldTo?.(child.table) === true) orderAfterChild(order, operation, child);
    }
  }
}

function ancestorsOf(table: Table, schema: Schema): ReadonlySet<string> {
  const parents = parentsOf(table, schema);
  return new Set(parents.flatMap((parent) => [nameKey(parent), ...ancestorsOf(parent, schema)]));
}

interface Given {
  /** The parent, or one of its own. */
  readonly table: QualifiedName;
  readonly isTakenBy: (child: Table) => boolean;
  /** Whether it was there before. */
  readonly isToldTo?: (child: Table) => boolean;
}

function givenToChildren(operation: Operation): Given | undefined {
  switch (operation.kind) {
    case 'setColumnStorage':
    case 'setColumnCompression':
      return { table: operation.table, isTakenBy: () => true };
    case 'addColumn':
    case 'dropColumn':
      // Postgres adds none beside children, be they about to go.
      return operation.column.value.kind === 'identity'
        ? { table: operation.table, isTakenBy: () => true }
        : undefined;
    case 'addConstraint':
    case 'dropConstraint': {
      const { table, constraint } = operation;
      if (constraint.kind !== 'check' || constraint.validated) return undefined;
      const has = ({ constraints }: Table, validated: boolean) =>
        constraints.some(
          (own) =>
            own.kind === 'check' &&
            own.name === constraint.name &&
            own.inherited &&
            own.validated === validated,
        );
      return { table, isTakenBy: (child) => has(child, true), isToldTo: (child) => has(child, false) };
    }
    default:
      return undefined;
  }
}

function orderAfterChild(order: Order<Operation>, parent: Operation, child: CreateTable | DropTable): void {
  const [first, second] = child.kind === 'createTable' ? [child, parent] : [parent, child];
  order.mustRun(first).before(second, () => `${displayName(child.table)} is told it with its parent`);
}

function orderWithChild(order: Order<Operation>, parent: Operation, child: CreateTable | DropTable): void {
  const [first, second] = child.kind === 'createTable' ? [parent, child] : [child, parent];
  order.mustRun(first).before(second, () => `${displayName(child.table)} takes it from its parent`);
}
