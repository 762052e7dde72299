import type { AddConstraint } from '../operations/add-constraint';
import type { CreateIndex } from '../operations/create-index';
import type { Operation } from '../operations/operation';
import type { Check, ForeignKey, PrimaryKey, Unique } from '../schema/constraint';
import { columnKey, nameKey } from '../schema/name-key';
import type { Schema } from '../schema/schema';
import type { TableIndex } from '../schema/table-index';

/**
 * The same operations in the forms that let a running application read and write meanwhile: indexes are built
 * concurrently, unique constraints on such an index, checks and foreign keys first without a look at the rows. In a
 * table that the plan creates nothing is in use; what is put back after it was taken off is not split, so that there is
 * no time without it.
 */
export function onlineForms(operations: readonly Operation[], to: Schema): readonly Operation[] {
  const created = new Set<string>();
  const removed = new Set<string>();
  for (const operation of operations) {
    if (operation.kind === 'createTable') created.add(nameKey(operation.table));
    if (operation.kind === 'dropConstraint')
      removed.add(columnKey(operation.table, operation.constraint.name));
    if (operation.kind === 'dropIndex') removed.add(columnKey(operation.table, operation.index.name));
  }
  const partitioned = new Set(to.tables.filter(({ partition }) => partition.kind !== 'none').map(nameKey));
  return operations.flatMap((operation): readonly Operation[] => {
    if (operation.kind !== 'createIndex' && operation.kind !== 'addConstraint') return [operation];
    const name = operation.kind === 'createIndex' ? operation.index.name : operation.constraint.name;
    const table = nameKey(operation.table);
    if (created.has(table) || partitioned.has(table) || removed.has(columnKey(operation.table, name))) {
      return [operation];
    }
    if (operation.kind === 'addConstraint') return onlineConstraint(operation);
    return operation.on === 'table' ? onlineIndex(operation) : [operation];
  });
}

/** Outside a transaction one statement a file: what can be run again is either done or not. */
function onlineIndex(operation: CreateIndex): readonly Operation[] {
  const { table, index } = operation;
  if (index.statisticsTargets.some((target) => target !== null)) return [operation];
  const bare: Operation = { ...operation, index: { ...index, comment: null }, concurrently: true };
  if (index.comment === null) return [bare];
  const on = { kind: 'index', schema: table.schema, name: index.name } as const;
  return [bare, { kind: 'setComment', on, from: null, to: index.comment }];
}

function onlineConstraint(operation: AddConstraint): readonly Operation[] {
  const { table, constraint } = operation;
  switch (constraint.kind) {
    case 'check':
    case 'foreignKey':
      if (!constraint.validated || !constraint.enforced) return [operation];
      return [
        { kind: 'addConstraint', table, constraint: notValid(constraint) },
        { kind: 'validateConstraint', table, from: notValid(constraint), to: constraint, alone: true },
      ];
    case 'primaryKey':
    case 'unique': {
      if (constraint.withoutOverlaps) return [operation];
      const index = indexUnder(constraint);
      return [
        { kind: 'createIndex', on: 'table', table, index, concurrently: true },
        { kind: 'promoteIndex', table, constraint, index },
      ];
    }
    case 'exclusion':
      return [operation];
  }
}

function notValid<Constraint extends Check | ForeignKey>(constraint: Constraint): Constraint {
  return { ...constraint, validated: false, definition: `${constraint.definition} NOT VALID` };
}

function indexUnder(constraint: PrimaryKey | Unique): TableIndex {
  return {
    name: constraint.name,
    unique: true,
    nullsNotDistinct: constraint.kind === 'unique' && constraint.nullsNotDistinct,
    method: 'btree',
    keys: constraint.columns.map((column) => ({
      kind: 'column',
      column,
      collation: null,
      operatorClass: null,
      operatorClassOptions: [],
      order: 'asc',
      nulls: 'last',
    })),
    include: constraint.include,
    predicate: null,
    options: constraint.indexOptions,
    valid: true,
    statisticsTargets: constraint.columns.map(() => null),
    definition: '',
    comment: null,
  };
}
