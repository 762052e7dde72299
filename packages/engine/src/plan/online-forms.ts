import type { AddColumn } from '../operations/columns/add-column';
import type { SetNotNull } from '../operations/columns/set-not-null';
import type { Operation } from '../operations/operation';
import type { AddConstraint } from '../operations/table-parts/add-constraint';
import type { CreateIndex } from '../operations/table-parts/create-index';
import type { Check, ForeignKey, PrimaryKey, Unique } from '../schema/constraint';
import { columnKey, nameKey } from '../schema/name-key';
import { parentsOf } from '../schema/parents-of';
import { sameBut } from '../schema/same';
import type { Schema } from '../schema/schema';
import type { TableIndex } from '../schema/table-index';
import { refreshAfterFills } from './refresh-after-fills';
import { keyOf, type Surroundings, surroundingsOf } from './surroundings';

/**
 * The same operations in the forms that let a running application read and write meanwhile: indexes are built
 * concurrently, unique constraints on such an index, checks and foreign keys first without a look at the rows, and rows
 * are held against NOT NULL by such a check. In a table that the plan creates nothing is in use; what is put back after
 * it was taken off is not split where there would be a time without it.
 */
export function onlineForms(operations: readonly Operation[], to: Schema): readonly Operation[] {
  const surroundings = surroundingsOf(operations, to);
  const merged = mergedChecks(to);
  const formed = operations.flatMap((operation): readonly Operation[] => {
    if (operation.kind === 'setNotNull') return [onlineNotNull(operation, surroundings)];
    if (operation.kind === 'addColumn') return onlineColumn(operation, surroundings);
    if (operation.kind !== 'createIndex' && operation.kind !== 'addConstraint') return [operation];
    const name = operation.kind === 'createIndex' ? operation.index.name : operation.constraint.name;
    const { idle, removed } = surroundings;
    const isPutBack = removed.has(columnKey(operation.table, name));
    if (idle.has(nameKey(operation.table)) || (isPutBack && !isGuardedAtOnce(operation, surroundings))) {
      return [operation];
    }
    if (operation.kind === 'addConstraint') {
      // Postgres takes no valid one from a parent where the table's own is not, and drops none that is inherited.
      if (merged.has(columnKey(operation.table, name))) return [operation];
      const isReferenced = surroundings.referenced.has(keyOf(operation.table, operation.constraint.columns));
      return isReferenced ? [operation] : onlineConstraint(operation);
    }
    return operation.on === 'table' ? onlineIndex(operation) : [operation];
  });
  return [...formed, ...refreshAfterFills(formed, to)];
}

/** The checks that a table declares and has from a parent too, and those of the parents. */
function mergedChecks(schema: Schema): ReadonlySet<string> {
  return new Set(
    schema.tables
      .filter(({ inherits }) => inherits.length > 0)
      .flatMap((table) =>
        parentsOf(table, schema).flatMap((parent) =>
          table.constraints.flatMap(({ kind, name, inherited }) =>
            kind === 'check' && !inherited && parent.constraints.some((other) => other.name === name)
              ? [columnKey(table, name), columnKey(parent, name)]
              : [],
          ),
        ),
      ),
  );
}

/**
 * A constraint that itself becomes another: unchecked it is there as soon as the one before is gone, and is held against
 * new rows. What is only put back waits for what it was taken off for.
 */
function isGuardedAtOnce(
  operation: AddConstraint | CreateIndex,
  { changed, rewritten }: Surroundings,
): boolean {
  if (operation.kind === 'createIndex' || rewritten.has(nameKey(operation.table))) return false;
  const { table, constraint } = operation;
  const before = changed.get(columnKey(table, constraint.name));
  if (before === undefined) return false;
  if (constraint.kind === 'check')
    return before.kind === 'check' && before.expression !== constraint.expression;
  return (
    constraint.kind === 'foreignKey' &&
    before.kind === 'foreignKey' &&
    !rewritten.has(nameKey(constraint.references)) &&
    !sameBut(before, constraint, 'definition', 'comment') &&
    sameBut(before, constraint, 'onDelete', 'onUpdate', 'onDeleteColumns', 'definition', 'comment')
  );
}

/**
 * A required column that every row gets a value in: it is there at once, and the rows get theirs while others read and
 * write.
 */
function onlineColumn(operation: AddColumn, surroundings: Surroundings): readonly Operation[] {
  const { table, column, computed, fill, defers } = operation;
  const { value, notNull, type } = column;
  const ofDefault = computed && value.kind === 'default' ? value.expression : null;
  const given = fill ?? ofDefault;
  if (!notNull || given === null || (value.kind !== 'none' && value.kind !== 'default')) return [operation];
  const filled: SetNotNull = {
    kind: 'setNotNull',
    table,
    column: column.name,
    type,
    fill: given,
    defers,
    isNew: true,
  };
  const proven = onlineNotNull(filled, surroundings);
  if (proven.provenBy === undefined) return [operation];
  const bare: Operation = {
    ...operation,
    fill: null,
    defers: false,
    computed: false,
    column: { ...column, notNull: false, value: ofDefault === null ? value : { kind: 'none' } },
  };
  const on = { table, column: column.name };
  return ofDefault === null
    ? [bare, proven]
    : [bare, { kind: 'setDefault', ...on, from: null, to: ofDefault }, proven];
}

function onlineNotNull(
  operation: SetNotNull,
  { idle, removed, awaited, losing, constraints }: Surroundings,
): SetNotNull {
  const { table, column, fill } = operation;
  const key = nameKey(table);
  if (idle.has(key) || awaited.has(columnKey(table, column)) || (fill !== null && losing.has(key))) {
    return operation;
  }
  const taken = (name: string) =>
    constraints.has(columnKey(table, name)) || removed.has(columnKey(table, name));
  // Postgres 18 gives the NOT NULL itself a name, of the table and the column.
  let provenBy = `${column}_is_set`.slice(-nameLength);
  while (taken(provenBy)) provenBy = `_${provenBy}`.slice(-nameLength);
  return { ...operation, provenBy };
}

/** Of bytes Postgres keeps 63; one that needs more for a character cuts the same everywhere. */
const nameLength = 63;

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
      return [{ ...operation, builtFirst: indexUnder(constraint) }];
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
    state: 'valid',
    statisticsTargets: constraint.columns.map(() => null),
    definition: '',
    comment: null,
  };
}
