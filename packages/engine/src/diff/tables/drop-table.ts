import { renderOperation } from '../../operations/operation';
import type { DropTable } from '../../operations/tables/create-table';
import type { Constraint } from '../../schema/constraint';
import { nameKey, nameOnly } from '../../schema/name-key';
import { parentNamesOf } from '../../schema/parents-of';
import type { Schema } from '../../schema/schema';
import type { Table } from '../../schema/table';
import type { Change, DiffContext } from '../change';
import { diffInheritedValues } from './diff-inherited-values';

/** What points at another table that goes, or stands on something that goes, goes first: so the order of tables is free. */
export function dropTable(
  table: Table,
  gone: ReadonlySet<string>,
  from: Schema,
  ways: Pick<DropTable, 'ownWays' | 'detachedFrom'>,
): readonly Change[] {
  const name = nameOnly(table);
  const first = table.constraints.filter(
    (constraint) =>
      isBetweenChildren(constraint, table, gone, from) ||
      (constraint.kind === 'foreignKey' &&
        !constraint.inherited &&
        gone.has(nameKey(constraint.references)) &&
        (nameKey(constraint.references) !== nameKey(table) || table.partition.kind !== 'none')),
  );
  return [
    ...first.map((constraint): Change => ({ kind: 'dropConstraint', table: name, constraint })),
    ...table.triggers.map((trigger): Change => ({ kind: 'dropTrigger', table: name, trigger })),
    ...table.policies.map((policy): Change => ({ kind: 'dropPolicy', table: name, policy })),
    ...table.rules.map((rule): Change => ({ kind: 'dropRule', table: name, rule })),
    {
      kind: 'dropTable',
      table: {
        ...table,
        constraints: table.constraints.filter((constraint) => !first.includes(constraint)),
        triggers: [],
        policies: [],
        rules: [],
      },
      ...ways,
    },
  ];
}

/** A check that is not valid is so for the children that were there before it: it comes back when they have. */
function isBetweenChildren(
  constraint: Constraint,
  table: Table,
  gone: ReadonlySet<string>,
  from: Schema,
): boolean {
  if (constraint.kind !== 'check' || constraint.validated || constraint.inherited) return false;
  const key = nameKey(table);
  const children = from.tables.filter((child) =>
    parentNamesOf(child).some((parent) => nameKey(parent) === key),
  );
  return children.length > 0 && children.every((child) => gone.has(nameKey(child)));
}

/** A child that comes back finds its parents as they were, and is told again in what it differed from them. */
export function ownWaysOf({ from, to, decisions }: DiffContext, table: Table): Pick<DropTable, 'ownWays'> {
  const backwards: DiffContext = { from: to, to: from, decisions, displaced: new Set() };
  const ownWays = diffInheritedValues(backwards, null, table).flatMap((change) => {
    // Of a table that was not there before, nothing is.
    if (change.kind === 'unsupported') throw new Error(change.what);
    return renderOperation(change);
  });
  if (ownWays.length === 0) return {};
  return { ownWays: ownWays.map((way) => ({ ...way, hazards: [], note: null })) };
}
