import { displayName } from '../operations/display-name';
import type { Column } from '../schema/column';
import { nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import type { Table } from '../schema/table';
import type { DiffContext, Unsupported } from './change';

/**
 * Refuses what Postgres cannot do both ways to a column that a table has from its parents alone. `INHERIT` takes a column
 * only where the table has its own already, and leaves it its own; `NO INHERIT` leaves it to the table. So such a column
 * comes and goes with a parent that stays, and otherwise with the table alone.
 */
export function diffInheritedColumns(context: DiffContext, from: Table, to: Table): readonly Unsupported[] {
  // A change of partitioning is refused as such.
  if (from.partition.kind === 'partition' || to.partition.kind === 'partition') return [];
  const parents = parentsOf(from, context.from);
  const laterParents = parentsOf(to, context.to);
  const laterKeys = new Set(laterParents.map(nameKey));
  const stay = new Set(parents.map(nameKey).filter((key) => laterKeys.has(key)));
  const names = new Set([...from.columns, ...to.columns].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const was = sourceOf(from, parents, name, stay);
    const is = sourceOf(to, laterParents, name, stay);
    const isRefused = (isInherited(was) || isInherited(is)) && !(isSettled(was) && isSettled(is));
    return isRefused ? [cannotChange(to, name, was, is)] : [];
  });
}

/** Where a table has a column from: `staying`, a parent that it has before and after; `changing`, one that comes or goes. */
type Source = 'nowhere' | 'itself' | 'staying' | 'changing';

function sourceOf(table: Table, parents: readonly Table[], name: string, stay: ReadonlySet<string>): Source {
  const column = find(table, name);
  if (column === undefined) return 'nowhere';
  if (!column.inherited) return 'itself';
  const givers = parents.filter((parent) => find(parent, name) !== undefined);
  return givers.some((giver) => stay.has(nameKey(giver))) ? 'staying' : 'changing';
}

function isInherited(source: Source): boolean {
  return source === 'staying' || source === 'changing';
}

/** With a parent that stays, a column comes and goes as the parent's does. */
function isSettled(source: Source): boolean {
  return source === 'nowhere' || source === 'staying';
}

function find({ columns }: Table, name: string): Column | undefined {
  return columns.find((column) => column.name === name);
}

function parentsOf({ inherits }: Table, { tables }: Schema): readonly Table[] {
  const keys = new Set(inherits.map(nameKey));
  return tables.filter((table) => keys.has(nameKey(table)));
}

function cannotChange(table: QualifiedName, column: string, was: Source, is: Source): Unsupported {
  return {
    kind: 'unsupported',
    what: `The column ${displayName(table)}.${column} ${before[was]}, and cannot ${after[is]}.`,
    write: `Declare ${column} in ${displayName(table)} itself too, before and after; or write by hand: create the table anew, copy the rows, and rename it.`,
  };
}

const before: { readonly [source in Source]: string } = {
  nowhere: 'is not there',
  itself: "is the table's own",
  staying: 'comes from a parent alone',
  changing: 'comes from a parent alone',
};

const after: { readonly [source in Source]: string } = {
  nowhere: 'go with the parent',
  itself: "become the table's own and a parent's again on the way back",
  staying: 'come from a parent alone',
  changing: 'come from a new parent alone',
};
