import { displayName } from '../../operations/display-name';
import { nameKey } from '../../schema/name-key';
import { parentsOf } from '../../schema/parents-of';
import type { QualifiedName } from '../../schema/qualified-name';
import { same } from '../../schema/same';
import type { Table } from '../../schema/table';
import type { DiffContext, Unsupported } from '../change';

/**
 * Refuses what Postgres cannot do both ways to a column or a check that a table has from its parents alone. `INHERIT` takes
 * one only where the table has its own already, and leaves it its own; `NO INHERIT` leaves it to the table. So it comes
 * and goes with a parent that stays, and otherwise with the table alone.
 */
export function diffInheritedParts(context: DiffContext, from: Table, to: Table): readonly Unsupported[] {
  // A change of partitioning is refused as such.
  if (!same(from.partition, to.partition)) return [];
  const before = parentsOf(from, context.from);
  const after = parentsOf(to, context.to);
  const stays = (parent: QualifiedName) =>
    [before, after].every((parents) => parents.some((other) => nameKey(other) === nameKey(parent)));
  return [columnsOf, checksOf].flatMap((part) => {
    const names = new Set([...part.of(from), ...part.of(to)].map(({ name }) => name));
    return [...names].flatMap((name) => {
      const was = sourceOf(part, from, before.filter(stays), name);
      const is = sourceOf(part, to, after.filter(stays), name);
      const isRefused = (isInherited(was) || isInherited(is)) && !(isSettled(was) && isSettled(is));
      return isRefused ? [cannotChange(part.word, to, name, was, is)] : [];
    });
  });
}

interface Part {
  readonly word: string;
  readonly of: (table: Table) => readonly { readonly name: string; readonly inherited: boolean }[];
}

const columnsOf: Part = { word: 'column', of: ({ columns }) => columns };
const checksOf: Part = {
  word: 'check',
  of: ({ constraints }) => constraints.filter(({ kind }) => kind === 'check'),
};

/** Where a table has a part from: `staying`, a parent that it has before and after; `changing`, one that comes or goes. */
type Source = 'nowhere' | 'itself' | 'staying' | 'changing';

function sourceOf({ of }: Part, table: Table, staying: readonly Table[], name: string): Source {
  const part = of(table).find((one) => one.name === name);
  if (part === undefined) return 'nowhere';
  if (!part.inherited) return 'itself';
  return staying.some((parent) => of(parent).some((one) => one.name === name)) ? 'staying' : 'changing';
}

function isInherited(source: Source): boolean {
  return source === 'staying' || source === 'changing';
}

/** With a parent that stays, a part comes and goes as the parent's does. */
function isSettled(source: Source): boolean {
  return source === 'nowhere' || source === 'staying';
}

function cannotChange(
  word: string,
  table: QualifiedName,
  name: string,
  was: Source,
  is: Source,
): Unsupported {
  return {
    kind: 'unsupported',
    what: `The ${word} ${displayName(table)}.${name} ${described.before[was]}, and cannot ${described.after[is]}.`,
    write: `Declare ${name} in ${displayName(table)} itself too, before and after; or write by hand: create the table anew, copy the rows, and rename it.`,
  };
}

const described: { readonly [side in 'before' | 'after']: { readonly [source in Source]: string } } = {
  before: {
    nowhere: 'is not there',
    itself: "is the table's own",
    staying: 'comes from a parent alone',
    changing: 'comes from a parent alone',
  },
  after: {
    nowhere: 'go with the parent',
    itself: "become the table's own and a parent's again on the way back",
    staying: 'come from a parent alone',
    changing: 'come from a new parent alone',
  },
};
