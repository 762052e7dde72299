import { type Operation, renderOperation, reverseOperation } from '../operations/operation';
import { effectsOf } from '../operations/operation-effects';
import type { Statement } from '../operations/statement';
import { tablesCreated } from '../operations/tables-created';
import { indexAddress } from '../schema/addresses';
import type { DataType } from '../schema/data-type';
import { nameKey } from '../schema/name-key';
import { addressKey } from '../schema/object-address';
import type { QualifiedName } from '../schema/qualified-name';
import type { Routine } from '../schema/routine';
import type { Schema } from '../schema/schema';
import type { TableIndex } from '../schema/table-index';
import { joinTypeChanges } from './join-type-changes';
import type { PlannedFile } from './plan';
import { leaveBodiesUncheckedInTransaction, routinesAheadOfTheirNeeds, saysBodyOf } from './unchecked-bodies';

export interface RenderedPlan {
  readonly up: readonly Statement[];
  readonly down: readonly Statement[];
  readonly files: readonly PlannedFile[];
}

/** The statements of the operations, and of their reverses in reverse order; `schemas` are those that they lead from and to. */
export function renderPlan(operations: readonly Operation[], schemas: readonly Schema[] = []): RenderedPlan {
  const there = joinTypeChanges(markLabelsInUse(operations));
  const created = tablesCreated(there);
  const ahead = routinesAheadOfTheirNeeds(there, schemas);
  const files = intoFiles(there).map((file): PlannedFile => {
    const up = renderAll(file, created, ahead);
    return {
      transactional: up.every(({ transactional }) => transactional),
      up,
      down: renderAll(withoutWhatGoesAlong([...file].reverse().map(reverseOperation)), created, ahead),
    };
  });
  return {
    files,
    up: files.flatMap(({ up }) => up),
    down: [...files].reverse().flatMap(({ down }) => down),
  };
}

/**
 * What must not run in a transaction gets a file of its own; its neighbours stay together, as far as the server has
 * room for the locks of one transaction.
 */
function intoFiles(operations: readonly Operation[]): readonly (readonly Operation[])[] {
  const files: Operation[][] = [];
  let open: { readonly file: Operation[]; locks: number } | undefined;
  for (const operation of operations) {
    const locks = locksOf(operation);
    if (renderOperation(operation).some(({ transactional }) => !transactional)) {
      files.push([operation]);
      open = undefined;
    } else if (open === undefined || open.locks + locks > locksATransaction) {
      open = { file: [operation], locks };
      files.push(open.file);
    } else {
      open.file.push(operation);
      open.locks += locks;
    }
  }
  return files;
}

/**
 * What every server has room for: `max_locks_per_transaction` times `max_connections`, as they are unless set otherwise.
 *
 * @see https://www.postgresql.org/docs/current/runtime-config-locks.html
 */
const locksATransaction = 6400;

/** About as many locks as its way up or its way back takes: one for each thing that is made or dropped. */
function locksOf(operation: Operation): number {
  if (operation.kind !== 'createTable' && operation.kind !== 'dropTable') return 8;
  const { columns, constraints, indexes } = operation.table;
  return 6 + 2 * columns.length + 3 * constraints.length + indexes.length;
}

/** A table takes its plain indexes and its flags along: no need to take them off first, but for a name that is taken before. */
function withoutWhatGoesAlong(operations: readonly Operation[]): readonly Operation[] {
  const dropped = new Set(
    operations.flatMap((operation) => (operation.kind === 'dropTable' ? [nameKey(operation.table)] : [])),
  );
  if (dropped.size === 0) return operations;
  const taken = new Set(
    operations.flatMap((operation) => {
      const { creates, takes } = effectsOf(operation);
      return [...creates, ...takes].map(addressKey);
    }),
  );
  return operations.filter((operation) => {
    const { kind } = operation;
    if (kind === 'dropIndex') {
      const { table, index } = operation;
      return (
        !dropped.has(nameKey(table)) ||
        !isPlain(index) ||
        taken.has(addressKey(indexAddress(table, index.name)))
      );
    }
    const isFlag = kind === 'setRowSecurity' || kind === 'setReplicaIdentity' || kind === 'setClusteredOn';
    return !isFlag || !dropped.has(nameKey(operation.table));
  });
}

/** An index that computes something stands on routines too, which may go before the table. */
function isPlain({ keys, predicate }: TableIndex): boolean {
  return predicate === null && keys.every(({ kind }) => kind === 'column');
}

/** Nobody reads or writes a table that the same plan creates, and there is nothing in it. */
function renderAll(
  operations: readonly Operation[],
  created: ReadonlySet<string>,
  ahead: ReadonlySet<Routine>,
): readonly Statement[] {
  const again = tablesCreated(operations);
  const dropped = new Set(
    operations.flatMap((operation) => (operation.kind === 'dropTable' ? [nameKey(operation.table)] : [])),
  );
  const isNew = (key: string) => again.has(key) || (created.has(key) && !dropped.has(key));
  const firstAhead = operations.find((operation) => saysBodyOf(operation, ahead));
  return operations.flatMap((operation) => [
    ...(operation === firstAhead ? [leaveBodiesUncheckedInTransaction] : []),
    ...renderOperation(operation).map((statement) => ({
      ...statement,
      hazards: statement.hazards.filter(({ table }) => !isNew(nameKey(table))),
    })),
  ]);
}

/**
 * A label that is added and used by the same plan must be committed in between. Whether a statement uses it is seen by
 * its text, or by its taking values that only the rows tell: that one which does not use it in the end runs in a migration
 * of its own harms nobody.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES
 */
function markLabelsInUse(operations: readonly Operation[]): readonly Operation[] {
  return operations.map((operation, index) => {
    if (operation.kind !== 'addEnumLabels') return operation;
    const known = new Set(operation.fewer);
    const added = operation.more.filter((label) => !known.has(label));
    const later = operations.slice(index + 1).filter(({ kind }) => kind !== 'addEnumLabels');
    const usedInSamePlan =
      later.some((other) => takesFromRows(other, operation.type)) ||
      later.flatMap(renderOperation).some(({ sql }) => added.some((label) => mentionsLabel(sql, label)));
    return { ...operation, usedInSamePlan };
  });
}

/** As a constant, or within one that is an array. */
function mentionsLabel(sql: string, label: string): boolean {
  const quoted = label.replaceAll("'", "''");
  if (sql.includes(`'${quoted}'`)) return true;
  const arrays = sql.match(/'\{(?:[^']|'')*'/g) ?? [];
  return arrays.some((array) => withoutEscapes(array).includes(withoutEscapes(quoted)));
}

function withoutEscapes(text: string): string {
  return text.replaceAll('\\', '');
}

/** Whether rows may get any label of an enum: by a conversion, or by an expression. */
function takesFromRows(operation: Operation, type: QualifiedName): boolean {
  const isOfType = ({ base }: DataType) => nameKey(base) === nameKey(type);
  if (operation.kind === 'changeType') return isOfType(operation.to.type);
  if (operation.kind === 'addColumn') return operation.fill !== null && isOfType(operation.column.type);
  return operation.kind === 'setNotNull' && operation.fill !== null && isOfType(operation.type);
}
