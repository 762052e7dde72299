import { displayName } from '../operations/display-name';
import type { Column } from '../schema/column';
import { nameOnly } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import type { Table } from '../schema/table';
import type { Change, DiffContext } from './change';
import { diffColumnValue } from './diff-column-value';
import { diffNotNull } from './diff-not-null';
import { parentsOf } from './parents-of';
import { same } from './same';

/**
 * A column that comes from a parent has the parent's default and NOT NULL, unless the table was told otherwise since. What
 * is said to the parent is said to all its children, their own ways notwithstanding. `from` is `null` where the table is
 * new.
 */
export function diffInheritedValues(context: DiffContext, from: Table | null, to: Table): readonly Change[] {
  const inherited = to.columns.filter((column) => column.inherited);
  if (inherited.length === 0) return [];
  const table = nameOnly(to);
  const before = from === null ? [] : parentsOf(from, context.from);
  const after = parentsOf(to, context.to);
  return inherited.flatMap((column): readonly Change[] => {
    const given = find(after, column.name);
    if (given === undefined || !isPlain(column) || !isPlain(given)) return [];
    const own = from?.columns.find(({ name }) => name === column.name);
    const gave = find(before, column.name);
    // A column that comes with its table, or from its parent just now, is as the parent's.
    if (own === undefined || gave === undefined) return ownWays(context, table, given, column);
    if (!own.inherited || !isPlain(own) || !isPlain(gave)) return [];
    const was = like(column, own);
    return (
      both(notNullBeside(context, table, [was, column], [gave, given]), () =>
        valueBeside(context, table, [was, column], [gave, given]),
      ) ?? [cannotTell(table, column)]
    );
  });
}

/** Before and after. */
type Pair = readonly [Column, Column];

function notNullBeside(
  context: DiffContext,
  table: QualifiedName,
  [own, column]: Pair,
  [gave, given]: Pair,
): readonly Change[] | null {
  if (gave.notNull === given.notNull) return diffNotNull(context, table, own, column);
  return own.notNull === gave.notNull && column.notNull === given.notNull ? [] : null;
}

/** Where the parent's changes, the table's own is taken off before it and set after it, both ways. */
function valueBeside(
  context: DiffContext,
  table: QualifiedName,
  [own, column]: Pair,
  [gave, given]: Pair,
): readonly Change[] | null {
  const [had, has] = [!same(own.value, gave.value), !same(column.value, given.value)];
  const isReset = !same(gave.value, given.value) || !same(gave.type.base, given.type.base);
  // None of its own there cannot be set after the parent's, and taken off before it.
  const isNone = (had && own.value.kind === 'none') || (has && column.value.kind === 'none');
  if (isReset && isNone) return null;
  if (same(gave.value, given.value)) return diffColumnValue(context, table, own, column);
  return [
    ...(had && own.value.kind === 'default'
      ? [{ kind: 'dropDefault', table, column: column.name, from: own.value.expression, to: null } as const]
      : []),
    ...(has && column.value.kind === 'default'
      ? [{ kind: 'setDefault', table, column: column.name, from: null, to: column.value.expression } as const]
      : []),
  ];
}

function both(
  one: readonly Change[] | null,
  other: () => readonly Change[] | null,
): readonly Change[] | null {
  if (one === null) return null;
  const second = other();
  return second === null ? null : [...one, ...second];
}

/** To drop a default would be to make room for the table's own; to say NULL leaves none just as well. */
function ownWays(
  context: DiffContext,
  table: QualifiedName,
  { notNull, value }: Column,
  column: Column,
): readonly Change[] {
  const given = { ...column, notNull, value };
  if (value.kind !== 'default' || column.value.kind !== 'none') {
    return difference(context, table, given, column);
  }
  return [
    ...diffNotNull(context, table, given, column),
    { kind: 'setDefault', table, column: column.name, from: value.expression, to: 'NULL' },
  ];
}

function find(parents: readonly Table[], name: string): Column | undefined {
  return parents.flatMap(({ columns }) => columns).find((column) => column.name === name);
}

/** What is generated or counts is Postgres's own to pass on. */
function isPlain({ value }: Column): boolean {
  return value.kind === 'none' || value.kind === 'default';
}

function like(column: Column, { notNull, value }: Column): Column {
  return { ...column, notNull, value };
}

function difference(context: DiffContext, table: QualifiedName, from: Column, to: Column): readonly Change[] {
  return [...diffNotNull(context, table, from, to), ...diffColumnValue(context, table, from, to)];
}

function cannotTell(table: QualifiedName, { name }: Column): Change {
  return {
    kind: 'unsupported',
    what: `The column ${displayName(table)}.${name} has a default or NOT NULL other than its parent's, which changes for all children.`,
    write: `Write by hand: change the parent's with ALTER TABLE, then that of ${displayName(table)}, and on the way back likewise.`,
  };
}
