import type { Consents } from '../../answers/consents';
import type { Operation } from '../../operations/operation';
import { tablesCreated } from '../../operations/tables-created';
import { mustBeGiven } from '../../schema/column';
import { columnKey, nameKey, nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { EnumType } from '../../schema/user-type';
import type { Doubt } from './doubt';
import { conversionDoubt } from './doubt-conversion';
import { labelDoubt } from './doubt-labels';
import { missingColumnDoubt, notNullDoubt } from './doubt-not-null';
import { type AddedColumns, uniqueConstraintDoubt, uniqueIndexDoubt } from './doubt-unique';
import { keysToNewTables, stepsOfColumn } from './keys-to-new-tables';

/** Where the rows that are there may be in the way of an operation, and no answer has said what becomes of them. */
export function findDoubts(
  operations: readonly Operation[],
  answeredUsing: (table: QualifiedName, column: string) => string | null,
  enums: readonly EnumType[],
  consents: Consents,
): readonly Doubt[] {
  const created = tablesCreated(operations);
  const added = addedColumns(operations);
  const removed = removedKeys(operations);
  const keys = keysToNewTables(operations);
  const stepsTo = (table: QualifiedName, column: string) => {
    const key = keys.find(
      (one) => nameKey(one.table) === nameKey(table) && one.constraint.columns.includes(column),
    );
    return key === undefined ? undefined : stepsOfColumn(key, column, consents);
  };
  return operations
    .flatMap((operation): readonly Doubt[] => {
      const { kind } = operation;
      if (kind === 'setNotNull') {
        const { table, column, fill } = operation;
        return fill === null ? [notNullDoubt(operation, stepsTo(table, column), consents)] : [];
      }
      if (kind === 'addColumn') {
        const { table, column, fill } = operation;
        return fill === null && mustBeGiven(column)
          ? [missingColumnDoubt(operation, stepsTo(table, column.name), consents)]
          : [];
      }
      if (kind === 'changeType') {
        return answeredUsing(operation.table, operation.column) === null
          ? conversionDoubt(operation, enums, consents)
          : [];
      }
      if (kind === 'addConstraint') {
        return removed.has(uniqueKey(operation.table, operation.constraint))
          ? []
          : uniqueConstraintDoubt(operation, added, consents);
      }
      if (kind === 'createIndex') {
        return operation.on === 'materializedView' || removed.has(indexKey(operation.table, operation.index))
          ? []
          : uniqueIndexDoubt(operation, added, consents);
      }
      return kind === 'rebuildEnum' ? labelDoubt(operation, consents) : [];
    })
    .filter(({ table, vouch }) => !created.has(nameKey(table)) && !consents.allows(vouch));
}

function addedColumns(operations: readonly Operation[]): AddedColumns {
  return new Map(
    operations.flatMap((operation) =>
      operation.kind === 'addColumn'
        ? [[columnKey(operation.table, operation.column.name), operation] as const]
        : [],
    ),
  );
}

/** What is unique before is unique when it is put back. */
function removedKeys(operations: readonly Operation[]): ReadonlySet<string> {
  return new Set(
    operations.flatMap((operation) => {
      if (operation.kind === 'dropConstraint') {
        const { table, constraint } = operation;
        const isUnique = constraint.kind === 'primaryKey' || constraint.kind === 'unique';
        return isUnique ? [uniqueKey(table, constraint)] : [];
      }
      return operation.kind === 'dropIndex' ? [indexKey(operation.table, operation.index)] : [];
    }),
  );
}

type Constraint = Extract<Operation, { readonly kind: 'addConstraint' }>['constraint'];
type Index = Extract<Operation, { readonly kind: 'createIndex' }>['index'];

function uniqueKey(table: QualifiedName, constraint: Constraint): string {
  const nulls = constraint.kind === 'unique' && constraint.nullsNotDistinct;
  return JSON.stringify([nameOnly(table), [...constraint.columns].sort(), nulls]);
}

function indexKey(table: QualifiedName, { unique, keys, predicate, nullsNotDistinct }: Index): string {
  return JSON.stringify([nameOnly(table), unique, keys, predicate, nullsNotDistinct]);
}
