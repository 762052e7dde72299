import { displayName } from '../../operations/display-name';
import { type Column, plainDefault } from '../../schema/column';
import { partAddress } from '../../schema/dependency-edges';
import { nameOnly } from '../../schema/name-key';
import { columnOfParents, parentsOf } from '../../schema/parents-of';
import type { QualifiedName } from '../../schema/qualified-name';
import { same } from '../../schema/same';
import type { Table } from '../../schema/table';
import { type Change, type DiffContext, isDisplaced } from '../change';
import { diffColumnValue } from './diff-column-value';
import { diffColumn } from './diff-columns';
import { diffNotNull } from './diff-not-null';

/**
 * A column that comes from a parent has the parent's default and NOT NULL, unless the table was told otherwise since. What
 * is said to the parent is said to all its children, their own ways notwithstanding. `from` is `null` where the table is
 * new.
 */
export function diffInheritedValues(context: DiffContext, from: Table | null, to: Table): readonly Change[] {
  const inherited = to.columns.filter((column) => column.inherited);
  const gone = from === null ? [] : goneWithParent(context, from, to);
  if (inherited.length === 0) return gone;
  const table = nameOnly(to);
  const before = from === null ? [] : parentsOf(from, context.from);
  const after = parentsOf(to, context.to);
  const changes = inherited.flatMap((column): readonly Change[] => {
    const given = columnOfParents(after, column.name);
    if (given === undefined) return [];
    const own = from?.columns.find(({ name }) => name === column.name);
    const settings = own === undefined ? ownSettings(context, table, from, given, column) : [];
    if (!isPlain(column) || !isPlain(given)) return settings;
    const gave = columnOfParents(before, column.name);
    // A column that comes with its table, or from its parent just now, is as the parent's.
    if (own === undefined || gave === undefined) {
      const made = from === null ? asMade(to, given) : given;
      return [...settings, ...ownWays(context, table, made, column)];
    }
    if (!own.inherited || !isPlain(own) || !isPlain(gave)) return [];
    const was = like(column, own);
    const notNull = notNullBeside(context, table, [was, column], [gave, given]);
    if (notNull === null) return [cannotTell(table, column)];
    return [...notNull, ...valueBeside(context, table, [was, column], [gave, given])];
  });
  return [...gone, ...changes];
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

/** Where the parent's changes or is set anew, the table's own is taken off before it and set after it, both ways. */
function valueBeside(
  context: DiffContext,
  table: QualifiedName,
  [own, column]: Pair,
  [gave, given]: Pair,
): readonly Change[] {
  const isReset =
    !same(gave.value, given.value) ||
    !same(gave.type.base, given.type.base) ||
    isDisplaced(context, partAddress('default', table, column.name));
  if (!isReset) return diffColumnValue(context, table, own, column);
  return [
    ...takeOffOwn(table, own, gave),
    ...(same(column.value, given.value)
      ? []
      : [
          {
            kind: 'setDefault',
            table,
            column: column.name,
            from: null,
            to: plainDefault(column.value) ?? 'NULL',
          } as const,
        ]),
  ];
}

/** None of its own is a default of NULL: after the parent's, it can be set. */
function takeOffOwn(table: QualifiedName, own: Column, gave: Column): readonly Change[] {
  return same(own.value, gave.value)
    ? []
    : [
        {
          kind: 'dropDefault',
          table,
          column: own.name,
          from: plainDefault(own.value) ?? 'NULL',
          to: null,
        },
      ];
}

/** A column that goes with the parent's comes back with it, and has the parent's default then. */
function goneWithParent(context: DiffContext, from: Table, to: Table): readonly Change[] {
  const stays = new Set(to.columns.map(({ name }) => name));
  const before = parentsOf(from, context.from);
  return from.columns.flatMap((own) => {
    const gave = own.inherited && !stays.has(own.name) ? columnOfParents(before, own.name) : undefined;
    return gave === undefined || !isPlain(own) || !isPlain(gave) ? [] : takeOffOwn(nameOnly(to), own, gave);
  });
}

/** A new table's own primary key forbids NULL by itself. */
function asMade({ constraints }: Table, given: Column): Column {
  const isKey = constraints.some(
    ({ kind, inherited, columns }) => kind === 'primaryKey' && !inherited && columns.includes(given.name),
  );
  return isKey ? { ...given, notNull: true } : given;
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

/** A table takes its parent's storage and compression when it is made; nothing else, and nothing of a column that comes later. */
function ownSettings(
  context: DiffContext,
  table: QualifiedName,
  from: Table | null,
  { storage, compression }: Column,
  column: Column,
): readonly Change[] {
  const bare = {
    ...column,
    storage: null,
    compression: null,
    statisticsTarget: null,
    options: [],
    comment: null,
  };
  return diffColumn(context, table, from === null ? { ...bare, storage, compression } : bare, column);
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
    what: `The column ${displayName(table)}.${name} has a NOT NULL other than its parent's, which changes for all children.`,
    write: `Write by hand: change the parent's with ALTER TABLE, then that of ${displayName(table)}, and on the way back likewise.`,
  };
}
