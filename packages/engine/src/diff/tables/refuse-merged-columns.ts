import { displayName } from '../../operations/display-name';
import type { Column } from '../../schema/column';
import { columnOfParents, parentsOf } from '../../schema/parents-of';
import { same } from '../../schema/same';
import type { Table } from '../../schema/table';
import type { DiffContext, Unsupported } from '../change';

/**
 * A column that a table declares itself and has from a parent too is altered with the parent's, not by itself, and what is
 * dropped of the parent's is dropped of the child's own with it: in which order depends on the change, its direction and
 * the version of Postgres. So only what touches one of the two alone is done.
 */
export function refuseMergedColumns(context: DiffContext, from: Table, to: Table): readonly Unsupported[] {
  if (from.inherits.length === 0 && to.inherits.length === 0) return [];
  const before = parentsOf(from, context.from);
  const after = parentsOf(to, context.to);
  const names = new Set([...from.columns, ...to.columns].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const was = sideOf(from, before, name);
    const is = sideOf(to, after, name);
    return (isMerged(was) || isMerged(is)) && !touchesOneAlone(was, is) ? [refusal(to, name)] : [];
  });
}

/** A column as its table has it, and as a parent does. */
interface Side {
  readonly own: Column | undefined;
  readonly given: Column | undefined;
}

function sideOf({ columns }: Table, parents: readonly Table[], name: string): Side {
  const own = columns.find((column) => column.name === name);
  return { own, given: columnOfParents(parents, name) };
}

function isMerged({ own, given }: Side): boolean {
  return own !== undefined && !own.inherited && given !== undefined;
}

function touchesOneAlone(was: Side, is: Side): boolean {
  if (was.own === undefined || is.own === undefined) return false;
  if (!same(was.own.type, is.own.type) || !same(was.own.collation, is.own.collation)) return false;
  const { given: gave } = was;
  const { given: gives } = is;
  return gave === undefined || gives === undefined
    ? isAlike(was.own, is.own)
    : isAlike(gave, gives) ||
        (isAlike(gave, was.own) && isAlike(gives, is.own) && gave.notNull === gives.notNull);
}

function isAlike(one: Column, other: Column): boolean {
  return one.notNull === other.notNull && same(one.value, other.value);
}

function refusal(table: Table, name: string): Unsupported {
  const child = displayName(table);
  return {
    kind: 'unsupported',
    what: `The column ${child}.${name} is declared by the table itself and by a parent too, and changes with the parent's.`,
    write: `Write by hand: alter the parent, which alters ${child} with it, then what is still another in ${child}; on the way back likewise, the parent first.`,
  };
}
