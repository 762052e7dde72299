import { type Column, sequenceOf } from './column';
import { type Constraint, hasIndex } from './constraint';
import { columnAddress, partAddress, tableAddress } from './dependency-edges';
import { nameOnly } from './name-key';
import type { ObjectAddress } from './object-address';
import type { QualifiedName } from './qualified-name';
import type { Routine } from './routine';
import type { Table } from './table';
import type { CompositeType } from './user-type';
import type { MaterializedView, View } from './view';

export function columnAddresses(table: QualifiedName, { name, value }: Column): readonly ObjectAddress[] {
  const sequence = sequenceOf(value);
  return [
    columnAddress(table, name),
    ...(value.kind === 'none' ? [] : [partAddress('default', table, name)]),
    ...(sequence === null ? [] : [{ kind: 'sequence', ...nameOnly(sequence) } as const]),
  ];
}

export function valueAddresses(operation: {
  readonly table: QualifiedName;
  readonly column: string;
  readonly sequence: QualifiedName;
}): readonly ObjectAddress[] {
  return [
    partAddress('default', operation.table, operation.column),
    { kind: 'sequence', ...nameOnly(operation.sequence) },
  ];
}

export function tableAddresses(table: Table): readonly ObjectAddress[] {
  return [
    tableAddress(table),
    ...table.columns.flatMap((column) => columnAddresses(table, column)),
    ...table.constraints.map(({ name }) => partAddress('constraint', table, name)),
    ...table.indexes.map(({ name }) => indexAddress(table, name)),
    ...table.triggers.map(({ name }) => partAddress('trigger', table, name)),
    ...table.policies.map(({ name }) => partAddress('policy', table, name)),
    ...table.rules.map(({ name }) => partAddress('rule', table, name)),
  ];
}

export function viewAddresses(view: View): readonly ObjectAddress[] {
  return [
    { kind: 'view', ...nameOnly(view) },
    ...view.columns.map(({ name }) => columnAddress(view, name)),
    ...view.triggers.map(({ name }) => partAddress('trigger', view, name)),
    ...view.rules.map(({ name }) => partAddress('rule', view, name)),
  ];
}

export function materializedViewAddresses(view: MaterializedView): readonly ObjectAddress[] {
  return [
    { kind: 'materializedView', ...nameOnly(view) },
    ...view.columns.map(({ name }) => columnAddress(view, name)),
    ...view.indexes.map(({ name }) => indexAddress(view, name)),
  ];
}

export function compositeAddresses(type: CompositeType): readonly ObjectAddress[] {
  return [
    { kind: 'composite', ...nameOnly(type) },
    ...type.attributes.map(({ name }) => columnAddress(type, name)),
  ];
}

export function indexAddress({ schema }: QualifiedName, name: string): ObjectAddress {
  return { kind: 'index', schema, name };
}

export function indexOrConstraint(table: QualifiedName, name: string): readonly ObjectAddress[] {
  return [indexAddress(table, name), partAddress('constraint', table, name)];
}

/** With all of the same name: what is an overload and what would be the same routine is for Postgres to say. */
export function routineAddresses(routine: Routine): readonly ObjectAddress[] {
  return [routineAddress(routine), { ...routineAddress(routine), identityArguments: 'any' }];
}

export function routineAddress({ schema, name, identityArguments }: Routine) {
  return { kind: 'routine', schema, name, identityArguments } as const;
}

/** The index that a key or an exclusion stands on. */
export function keyIndexAddresses(table: QualifiedName, constraint: Constraint): readonly ObjectAddress[] {
  return hasIndex(constraint) ? [indexAddress(table, constraint.name)] : [];
}
