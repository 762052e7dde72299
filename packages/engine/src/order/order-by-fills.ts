import type { AddColumn, DropColumn } from '../operations/columns/add-column';
import type { SetNotNull } from '../operations/columns/set-not-null';
import type { Operation } from '../operations/operation';
import { effectsOf } from '../operations/operation-effects';
import type { DropTable } from '../operations/tables/create-table';
import { groupBy } from '../schema/group-by';
import { nameKey } from '../schema/name-key';
import type { ObjectAddress } from '../schema/object-address';
import { unquoted } from '../sql/unquoted';
import type { Order } from './order';

/**
 * What rows are given may be told by another column, of their table or of one that is named: one that is new is there
 * before, with its own value in every row, and one that goes is there still. What keeps what it reads is made afterwards.
 */
export function orderByFills(order: Order<Operation>, operations: readonly Operation[]): void {
  const columns = operations.filter(isColumn);
  const filled = columns.filter(({ fill }) => fill !== null);
  if (filled.length === 0) return;
  const byTable = groupBy(columns, ({ table }) => table.name);
  const dropped = groupBy(operations.filter(isDropColumn), ({ table }) => table.name);
  const droppedTables = operations.filter(isDropTable);
  const views = filledViews(operations);
  const others = othersOf(operations);
  for (const fill of filled) {
    const { read, called } = namesIn(fill.fill ?? '');
    const because = `${columnOf(fill)} is given ${fill.fill}`;
    for (const table of new Set([fill.table.name, ...read])) {
      const added = byTable.get(table) ?? [];
      for (const earlier of added) {
        if (read.has(columnOf(earlier)) && !isNoEarlier(earlier, fill))
          order.mustRun(earlier).before(fill, because);
      }
      for (const later of dropped.get(table) ?? []) {
        const isRemade = added.some((one) => columnOf(one) === columnOf(later));
        if (read.has(columnOf(later)) && !isRemade) order.mustRun(fill).before(later, because);
      }
    }
    for (const later of droppedTables) {
      if (read.has(later.table.name)) order.mustRun(fill).before(later, because);
    }
    for (const view of views) order.mustRun(fill).before(view, because);
    const isNamed = (address: ObjectAddress) => isRead(address, read, called);
    // One that itself reads what is filled comes after that: it is read as it was.
    for (const { operation, made } of others) {
      if (made.some(isNamed)) order.shouldRun(operation).before(fill, because);
    }
    for (const { operation, gone } of others) {
      if (gone.some(isNamed)) order.shouldRun(fill).before(operation, because);
    }
  }
}

/** What else an expression can name: what is new, or made again, is there before, and what goes is there still. */
interface Other {
  readonly operation: Operation;
  readonly made: readonly ObjectAddress[];
  readonly gone: readonly ObjectAddress[];
}

function othersOf(operations: readonly Operation[]): readonly Other[] {
  return operations.flatMap((operation): readonly Other[] => {
    const { creates, removes, alters } = effectsOf(operation);
    const changed = operation.kind === 'replaceRoutine' || operation.kind === 'replaceView' ? alters : [];
    const [made, gone] = [[...creates, ...changed].filter(isNameable), removes.filter(isNameable)];
    return made.length + gone.length === 0 ? [] : [{ operation, made, gone }];
  });
}

function isNameable({ kind }: ObjectAddress): boolean {
  return kind === 'routine' || kind === 'view' || kind === 'materializedView';
}

/** A function is called; of relations only a subquery reads. */
function isRead(address: ObjectAddress, read: ReadonlySet<string>, called: ReadonlySet<string>): boolean {
  return address.kind === 'routine' ? called.has(address.name) : read.has('select') && read.has(address.name);
}

/** Those that are new. One that is made again is not kept away until then, but computed once more. */
function filledViews(operations: readonly Operation[]): readonly Operation[] {
  const gone = new Set(
    operations.flatMap((operation) =>
      operation.kind === 'dropMaterializedView' ? [nameKey(operation.view)] : [],
    ),
  );
  return operations.filter(
    (operation) =>
      operation.kind === 'refreshMaterializedView' ||
      (operation.kind === 'createMaterializedView' && !gone.has(nameKey(operation.view))),
  );
}

function isNoEarlier(earlier: ColumnOperation, later: ColumnOperation): boolean {
  const ofOneTable = isOfOneTable(earlier, later);
  if (ofOneTable && columnOf(earlier) === columnOf(later)) return true;
  // Of two that are both new, neither can be told by the other: that is a circle.
  if (isTold(earlier, later)) return !(isNew(earlier) && isNew(later));
  return ofOneTable && earlier.kind === 'addColumn' && earlier.column.value.kind === 'generated';
}

function isOfOneTable(one: ColumnOperation, other: ColumnOperation): boolean {
  return nameKey(one.table) === nameKey(other.table);
}

function isNew(operation: ColumnOperation): boolean {
  return operation.kind === 'addColumn' || operation.isNew === true;
}

type ColumnOperation = AddColumn | SetNotNull;

function isDropTable(operation: Operation): operation is DropTable {
  return operation.kind === 'dropTable';
}

function isDropColumn(operation: Operation): operation is DropColumn {
  return operation.kind === 'dropColumn';
}

function isColumn(operation: Operation): operation is ColumnOperation {
  return operation.kind === 'addColumn' || (operation.kind === 'setNotNull' && operation.fill !== null);
}

function columnOf({ column }: ColumnOperation | DropColumn): string {
  return typeof column === 'string' ? column : column.name;
}

/** Whether it has its own value by the other. */
function isTold(operation: ColumnOperation, by: ColumnOperation): boolean {
  if (operation.fill === null) return false;
  const { read } = namesIn(operation.fill);
  return read.has(columnOf(by)) && (isOfOneTable(operation, by) || read.has(by.table.name));
}

/** The names in an expression, more than those of columns, and no text; apart from them, what is called. */
function namesIn(expression: string): {
  readonly read: ReadonlySet<string>;
  readonly called: ReadonlySet<string>;
} {
  const found = expression
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .matchAll(/("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)(\s*\()?/gu);
  const [read, called] = [new Set<string>(), new Set<string>()];
  for (const [, written = '', parenthesis] of found) {
    const name = written.startsWith('"') ? unquoted(written) : written.toLowerCase();
    (parenthesis === undefined ? read : called).add(name);
  }
  return { read, called };
}
