import type { AddColumn, DropColumn } from '../operations/columns/add-column';
import type { Operation } from '../operations/operation';
import type { AddConstraint, DropConstraint } from '../operations/table-parts/add-constraint';
import { findNamed } from '../schema/find-named';
import { groupBy, groupEntries } from '../schema/group-by';
import { nameKey } from '../schema/name-key';
import { parentNamesOf } from '../schema/parents-of';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import type { Table } from '../schema/table';
import type { Order } from './order';
import { orderWhatChildrenTake } from './order-what-children-take';

/** What is said to a parent, or to a whole, is said to its children and partitions. */
export function orderByParents(
  order: Order<Operation>,
  operations: readonly Operation[],
  from: Schema,
  to: Schema,
): void {
  orderByPartitions(order, operations, from, to);
  orderByParentColumns(order, operations);
  orderByInheritedChecks(order, operations, from, to);
  orderWhatChildrenTake(order, operations, from, to);
}

/** A foreign key points at each partition of what it points at: it goes before one does, and comes after. */
function orderByPartitions(
  order: Order<Operation>,
  operations: readonly Operation[],
  from: Schema,
  to: Schema,
): void {
  const partitions = operations.flatMap((operation) =>
    (operation.kind === 'dropTable' || operation.kind === 'createTable') &&
    operation.table.partition.kind === 'partition'
      ? [operation]
      : [],
  );
  if (partitions.length === 0) return;
  const keys = groupEntries(
    operations.flatMap((operation) =>
      pointsAt(operation).map(([kind, whole]) => [`${kind} ${whole}`, operation] as const),
    ),
  );
  if (keys.size === 0) return;
  for (const partition of partitions) {
    const { kind } = partition;
    const { tables } = kind === 'createTable' ? to : from;
    for (const whole of wholesOf(partition.table, tables)) {
      const because = `a foreign key points at each partition of ${whole}`;
      for (const key of keys.get(`${kind} ${whole}`) ?? []) {
        if (key === partition) continue;
        if (kind === 'dropTable') order.mustRun(key).before(partition, because);
        else order.mustRun(partition).before(key, because);
      }
    }
  }
}

/** The keys of what a table is a partition of, and of what that is one of. */
function wholesOf({ partition }: Table, tables: readonly Table[]): readonly string[] {
  if (partition.kind !== 'partition') return [];
  const whole = findNamed(tables, partition.of);
  return [nameKey(partition.of), ...(whole === undefined ? [] : wholesOf(whole, tables))];
}

/** What is said of a column of a child is said when it has it, and it has it from its parent. */
function orderByParentColumns(order: Order<Operation>, operations: readonly Operation[]): void {
  const columns = groupBy(operations.filter(isOfColumn), ({ kind, table }) => `${kind} ${nameKey(table)}`);
  if (columns.size === 0) return;
  for (const operation of operations) {
    if (operation.kind !== 'createTable' && operation.kind !== 'dropTable') continue;
    for (const parent of parentNamesOf(operation.table)) {
      const because = () => `${nameKey(operation.table)} has its columns from ${nameKey(parent)}`;
      const added = operation.kind === 'createTable' ? columns.get(`addColumn ${nameKey(parent)}`) : [];
      for (const column of added ?? []) order.mustRun(column).before(operation, because);
      const dropped = operation.kind === 'dropTable' ? columns.get(`dropColumn ${nameKey(parent)}`) : [];
      for (const column of dropped ?? []) order.mustRun(operation).before(column, because);
    }
  }
}

function isOfColumn(operation: Operation): operation is AddColumn | DropColumn {
  return operation.kind === 'addColumn' || operation.kind === 'dropColumn';
}

/**
 * A check that a table declares and has from a parent too is the table's first, and the parent's before: Postgres drops none
 * that is inherited, and lets no table inherit one that it lacks.
 */
function orderByInheritedChecks(
  order: Order<Operation>,
  operations: readonly Operation[],
  from: Schema,
  to: Schema,
): void {
  const checks = operations.flatMap((operation): readonly (AddConstraint | DropConstraint)[] => {
    const { kind } = operation;
    const isConstraint = kind === 'addConstraint' || kind === 'dropConstraint';
    return isConstraint && operation.constraint.kind === 'check' ? [operation] : [];
  });
  if (checks.length === 0) return;
  const keyOf = (kind: string, table: QualifiedName, name: string) =>
    JSON.stringify([kind, nameKey(table), name]);
  const byKey = new Map<string, Operation>(
    checks.map((check) => [keyOf(check.kind, check.table, check.constraint.name), check]),
  );
  for (const operation of operations) {
    if (operation.kind === 'addParent' || operation.kind === 'removeParent') {
      byKey.set(keyOf(operation.kind, operation.table, nameKey(operation.parent)), operation);
    }
  }
  for (const check of checks) {
    const { kind, constraint } = check;
    const isAdded = kind === 'addConstraint';
    const { tables } = isAdded ? to : from;
    const because = `the check ${constraint.name} is inherited too`;
    const relate = (other: Operation | undefined) => {
      if (other === undefined || other === check) return;
      if (isAdded) order.mustRun(check).before(other, because);
      else order.mustRun(other).before(check, because);
    };
    const table = findNamed(tables, check.table);
    const links = table === undefined ? [] : inheritanceOf(constraint.name, table, tables);
    for (const { child, parent } of links) {
      relate(byKey.get(keyOf(isAdded ? 'addParent' : 'removeParent', child, nameKey(parent))));
      relate(byKey.get(keyOf(kind, parent, constraint.name)));
    }
  }
}

/** From which parents a table has a constraint of that name, and these from theirs. */
function inheritanceOf(
  constraint: string,
  child: Table,
  tables: readonly Table[],
): readonly { readonly child: Table; readonly parent: Table }[] {
  return child.inherits.flatMap((name) => {
    const parent = findNamed(tables, name);
    if (parent?.constraints.some((other) => other.name === constraint) !== true) return [];
    return [{ child, parent }, ...inheritanceOf(constraint, parent, tables)];
  });
}

/** At what the foreign keys point that an operation drops or adds. */
function pointsAt(
  operation: Operation,
): readonly (readonly [kind: 'dropTable' | 'createTable', key: string])[] {
  switch (operation.kind) {
    case 'dropConstraint':
    case 'addConstraint': {
      const { kind, constraint } = operation;
      if (constraint.kind !== 'foreignKey') return [];
      return [[kind === 'dropConstraint' ? 'dropTable' : 'createTable', nameKey(constraint.references)]];
    }
    case 'dropTable':
      return operation.table.partition.kind === 'partition'
        ? []
        : operation.table.constraints.flatMap((constraint) =>
            constraint.kind === 'foreignKey' ? [['dropTable', nameKey(constraint.references)] as const] : [],
          );
    default:
      return [];
  }
}
