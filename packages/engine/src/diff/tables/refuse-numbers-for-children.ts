import { displayName } from '../../operations/display-name';
import { parentsOf } from '../../schema/parents-of';
import type { Table } from '../../schema/table';
import type { DiffContext, Unsupported } from '../change';

/**
 * Postgres adds no identity column to a table that others inherit from: their rows would get no numbers. It does add one
 * to a partitioned table from 17 on, where the partitions count along.
 *
 * @see https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-GENERATED-IDENTITY
 */
export function refuseNumbersForChildren(
  context: DiffContext,
  from: Table,
  to: Table,
): readonly Unsupported[] {
  return [
    ...addedNumbers(from, to, parentsOf(to, context.to)),
    // The way back adds it again.
    ...addedNumbers(to, from, parentsOf(from, context.from)),
  ];
}

function addedNumbers(without: Table, child: Table, parents: readonly Table[]): readonly Unsupported[] {
  if (parents.length === 0) return [];
  const there = new Set(without.columns.map(({ name }) => name));
  return child.columns.flatMap(({ name, inherited, value }) => {
    if (!inherited || value.kind === 'identity' || there.has(name)) return [];
    const parent = parents.find(({ columns }) =>
      columns.some((column) => column.name === name && column.value.kind === 'identity'),
    );
    return parent === undefined ? [] : [refusal(parent, child, name)];
  });
}

function refusal(parent: Table, child: Table, column: string): Unsupported {
  const name = displayName(parent);
  return {
    kind: 'unsupported',
    what: `The identity column ${name}.${column} comes or goes, and ${displayName(child)} inherits it: Postgres does not add one to a table that has children.`,
    write: `Write by hand: ALTER TABLE ${name} ADD COLUMN ${column} without the identity, number the rows of ${name} and of its children, then ALTER TABLE ${name} ALTER COLUMN ${column} SET NOT NULL, and ADD GENERATED … AS IDENTITY; on the way back DROP COLUMN.`,
  };
}
