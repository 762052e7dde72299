import type { AddColumn, DropColumn } from '../operations/columns/add-column';
import type { SetNotNull } from '../operations/columns/set-not-null';
import type { Operation } from '../operations/operation';
import type { DropTable } from '../operations/tables/create-table';
import { groupBy } from '../schema/group-by';
import { nameKey } from '../schema/name-key';
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
  for (const fill of filled) {
    const read = namesIn(fill.fill ?? '');
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
  }
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
  const ofOneTable = nameKey(earlier.table) === nameKey(later.table);
  if (ofOneTable && columnOf(earlier) === columnOf(later)) return true;
  if (isTold(earlier, columnOf(later))) return true;
  return ofOneTable && earlier.kind === 'addColumn' && earlier.column.value.kind === 'generated';
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
function isTold(operation: ColumnOperation, by: string): boolean {
  return operation.fill !== null && namesIn(operation.fill).has(by);
}

/** The names in an expression: more than those of columns, and no text. */
function namesIn(expression: string): ReadonlySet<string> {
  const names = expression
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .match(/"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*/gu);
  return new Set((names ?? []).map((name) => (name.startsWith('"') ? unquoted(name) : name.toLowerCase())));
}
