import { type ColumnValue, plainDefault } from './column';
import type { Constraint, ForeignKey } from './constraint';
import { findNamed } from './find-named';
import { groupEntries } from './group-by';
import { addressKey, type ObjectAddress, type PartAddress } from './object-address';
import { parentNamesOf } from './parents-of';
import type { QualifiedName } from './qualified-name';
import type { Schema } from './schema';
import type { Table } from './table';
import type { TableIndex } from './table-index';
import type { MaterializedView, View } from './view';

/** `dependent` cannot be without `on`. */
export interface DependencyEdge {
  readonly dependent: ObjectAddress;
  readonly on: ObjectAddress;
}

/** What Postgres recorded, and what the shape of the model says beyond it. */
export function dependencyEdges(schema: Schema): readonly DependencyEdge[] {
  const { tables } = schema;
  return [
    ...schema.dependencies,
    ...schema.tables.flatMap((table) => tableEdges(table, tables)),
    ...schema.materializedViews.flatMap((view) => view.indexes.flatMap((index) => indexEdges(view, index))),
    ...schema.views.flatMap((view) => viewColumnEdges('view', view)),
    ...schema.materializedViews.flatMap((view) => viewColumnEdges('materializedView', view)),
    ...schema.statistics.flatMap(({ schema: namespace, name, table, columns }) => {
      const dependent: ObjectAddress = { kind: 'statistics', schema: namespace, name };
      return [
        { dependent, on: tableAddress(table) },
        ...columns.map((column) => ({ dependent, on: columnAddress(table, column) })),
      ];
    }),
    ...namespaceEdges(schema),
  ];
}

export function tableAddress({ schema, name }: QualifiedName): ObjectAddress {
  return { kind: 'table', schema, name };
}

export function columnAddress(table: QualifiedName, name: string): PartAddress & { readonly kind: 'column' } {
  return partAddress('column', table, name);
}

export function partAddress<Kind extends PartAddress['kind']>(
  kind: Kind,
  table: QualifiedName,
  name: string,
): PartAddress & { readonly kind: Kind } {
  return { kind, schema: table.schema, relation: table.name, name };
}

function viewColumnEdges(
  kind: 'view' | 'materializedView',
  view: View | MaterializedView,
): readonly DependencyEdge[] {
  return view.columns.map(({ name }) => ({
    dependent: columnAddress(view, name),
    on: { kind, schema: view.schema, name: view.name },
  }));
}

function tableEdges(table: Table, tables: readonly Table[]): readonly DependencyEdge[] {
  const on = tableAddress(table);
  const parents = parentNamesOf(table);
  return [
    ...parents.map((parent) => ({ dependent: on, on: tableAddress(parent) })),
    ...parents.flatMap((parent) => ownDefaultEdges(table, findNamed(tables, parent))),
    ...table.columns.flatMap(({ name, value }): DependencyEdge[] => [
      { dependent: columnAddress(table, name), on },
      ...(value.kind === 'none'
        ? []
        : [{ dependent: partAddress('default', table, name), on: columnAddress(table, name) }]),
    ]),
    ...table.constraints.flatMap((constraint) => constraintEdges(table, constraint, tables)),
    ...table.indexes.flatMap((index) => indexEdges(table, index)),
    ...(['trigger', 'policy', 'rule'] as const).flatMap((kind) =>
      partsOf(table, kind).map(({ name }) => ({ dependent: partAddress(kind, table, name), on })),
    ),
  ];
}

/** What is said of the default or the type of a parent's column is said to its children, whatever default they have. */
function ownDefaultEdges(table: Table, parent: Table | undefined): readonly DependencyEdge[] {
  if (parent === undefined) return [];
  const given = new Map(parent.columns.map(({ name, value }) => [name, value]));
  return table.columns.flatMap(({ name, inherited, value }): DependencyEdge[] => {
    const of = given.get(name);
    if (!inherited || of === undefined || !isPlain(of) || !isPlain(value)) return [];
    if (plainDefault(of) === plainDefault(value)) return [];
    const dependent = partAddress('default', table, name);
    return [
      { dependent, on: columnAddress(parent, name) },
      { dependent, on: partAddress('default', parent, name) },
    ];
  });
}

function isPlain({ kind }: ColumnValue): boolean {
  return kind === 'none' || kind === 'default';
}

function partsOf(table: Table, kind: 'trigger' | 'policy' | 'rule'): readonly { readonly name: string }[] {
  switch (kind) {
    case 'trigger':
      return table.triggers;
    case 'policy':
      return table.policies;
    case 'rule':
      return table.rules;
  }
}

function constraintEdges(
  table: Table,
  constraint: Constraint,
  tables: readonly Table[],
): readonly DependencyEdge[] {
  const dependent = partAddress('constraint', table, constraint.name);
  const own = [
    { dependent, on: tableAddress(table) },
    ...constraint.columns.map((column) => ({ dependent, on: columnAddress(table, column) })),
    ...('include' in constraint ? constraint.include : []).map((column) => ({
      dependent,
      on: columnAddress(table, column),
    })),
  ];
  if (constraint.kind !== 'foreignKey') return own;
  const { references } = constraint;
  return [
    ...own,
    { dependent, on: tableAddress(references) },
    ...references.columns.map((column) => ({ dependent, on: columnAddress(references, column) })),
    ...keysOf(constraint, findNamed(tables, references)).map((on) => ({ dependent, on })),
  ];
}

/** What makes the referenced columns unique: a foreign key needs one of them, and goes first when one goes. */
function keysOf({ references }: ForeignKey, target: Table | undefined): readonly ObjectAddress[] {
  if (target === undefined) return [];
  const wanted = [...references.columns].sort().join('\0');
  const matches = (columns: readonly string[]) => [...columns].sort().join('\0') === wanted;
  return [
    ...target.constraints
      .filter(({ kind, columns }) => (kind === 'primaryKey' || kind === 'unique') && matches(columns))
      .map(({ name }) => partAddress('constraint', target, name)),
    ...target.indexes
      .filter(
        ({ unique, predicate, keys }) =>
          unique &&
          predicate === null &&
          matches(keys.map((key) => (key.kind === 'column' ? key.column : key.expression))),
      )
      .map(({ name }): ObjectAddress => ({ kind: 'index', schema: target.schema, name })),
  ];
}

function indexEdges(relation: QualifiedName, index: TableIndex): readonly DependencyEdge[] {
  const dependent: ObjectAddress = { kind: 'index', schema: relation.schema, name: index.name };
  return [
    { dependent, on: tableAddress(relation) },
    ...index.keys.flatMap((key) =>
      key.kind === 'column' ? [{ dependent, on: columnAddress(relation, key.column) }] : [],
    ),
    ...index.include.map((column) => ({ dependent, on: columnAddress(relation, column) })),
  ];
}

function namespaceEdges(schema: Schema): readonly DependencyEdge[] {
  const within = (
    kind:
      | 'table'
      | 'view'
      | 'materializedView'
      | 'sequence'
      | 'enum'
      | 'domain'
      | 'composite'
      | 'range'
      | 'statistics',
    names: readonly QualifiedName[],
  ) =>
    names.map(({ schema: namespace, name }) => ({
      dependent: { kind, schema: namespace, name } as const,
      on: { kind: 'namespace', name: namespace } as const,
    }));
  return [
    ...within('table', schema.tables),
    ...within('view', schema.views),
    ...within('materializedView', schema.materializedViews),
    ...within('sequence', schema.sequences),
    ...within('enum', schema.enums),
    ...within('domain', schema.domains),
    ...within('composite', schema.composites),
    ...within('range', schema.ranges),
    ...within('statistics', schema.statistics),
    ...schema.routines.map(({ schema: namespace, name, identityArguments }) => ({
      dependent: { kind: 'routine', schema: namespace, name, identityArguments } as const,
      on: { kind: 'namespace', name: namespace } as const,
    })),
    ...schema.extensions.map(({ name, schema: namespace }) => ({
      dependent: { kind: 'extension', name } as const,
      on: { kind: 'namespace', name: namespace } as const,
    })),
  ];
}

/** Who depends on what, by key. */
export function dependentsByKey(
  edges: readonly DependencyEdge[],
): ReadonlyMap<string, readonly ObjectAddress[]> {
  return groupEntries(edges.map(({ dependent, on }) => [addressKey(on), dependent] as const));
}
