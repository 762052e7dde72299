import { sequenceOf } from '../schema/column';
import { groupBy } from '../schema/group-by';
import { nameKey } from '../schema/name-key';
import type { Schema } from '../schema/schema';
import type { Table } from '../schema/table';
import type { CompositeType } from '../schema/user-type';
import type { MaterializedView, View, ViewColumn } from '../schema/view';
import { compareText, sortByName, sortByQualifiedName } from './by-name';
import type { RelationPart } from './catalog';
import type { CatalogObjects } from './catalog-objects';
import type { CatalogColumn } from './catalogs/read-columns';
import type { Relation } from './catalogs/read-relations';
import type { CatalogSequence } from './catalogs/read-sequences';

type Assembled = Omit<
  Schema,
  'typeormMetadata' | 'unmodelled' | 'unmodelledNeeds' | 'access' | 'dependencies'
>;

/** Puts the parts on their relations, leaves the oids behind, and sorts. */
export function assembleSchema(objects: CatalogObjects): Assembled {
  const parts = partsOf(objects);
  const assembleAll = <T>(kind: Relation['kind'], assemble: (relation: Relation, of: Parts) => T) =>
    sortByQualifiedName(objects.relations.filter((relation) => relation.kind === kind)).map((relation) =>
      assemble(relation, parts),
    );
  return {
    namespaces: sortByName(valuesOf(objects.namespaces)),
    extensions: sortByName(valuesOf(objects.extensions)),
    enums: sortByQualifiedName(valuesOf(objects.enums)),
    domains: sortByQualifiedName(valuesOf(objects.domains)),
    ranges: sortByQualifiedName(valuesOf(objects.ranges)),
    statistics: sortByQualifiedName(valuesOf(objects.statistics)),
    routines: sortByQualifiedName(
      [...objects.routines]
        .sort((a, b) => compareText(a.value.identityArguments, b.value.identityArguments))
        .map(({ value }) => value),
    ),
    sequences: sequencesOf(objects),
    composites: assembleAll('composite', assembleComposite),
    tables: assembleAll('table', assembleTable),
    views: assembleAll('view', assembleView),
    materializedViews: assembleAll('materializedView', assembleMaterializedView),
  };
}

/** What each relation has. */
interface Parts {
  readonly columns: (relation: Relation) => readonly CatalogColumn[];
  readonly constraints: (relation: Relation) => Table['constraints'];
  readonly indexes: (relation: Relation) => Table['indexes'];
  readonly triggers: (relation: Relation) => Table['triggers'];
  readonly rules: (relation: Relation) => Table['rules'];
  readonly policies: (relation: Relation) => Table['policies'];
}

function partsOf(objects: CatalogObjects): Parts {
  const columns = groupBy(objects.columns, ({ relation }) => relation);
  return {
    columns: ({ oid }) => columns.get(oid) ?? [],
    constraints: partsByRelation(objects.constraints),
    indexes: partsByRelation(objects.indexes),
    triggers: partsByRelation(objects.triggers),
    rules: partsByRelation(objects.rules),
    policies: partsByRelation(objects.policies),
  };
}

function assembleComposite(relation: Relation, { columns }: Parts): CompositeType {
  return {
    schema: relation.schema,
    name: relation.name,
    attributes: columns(relation).map(({ value: { name, type, collation, comment } }) => ({
      name,
      type,
      collation,
      comment,
    })),
    comment: relation.comment,
  };
}

function assembleTable(relation: Relation, parts: Parts): Table {
  return {
    schema: relation.schema,
    name: relation.name,
    columns: valuesOf(parts.columns(relation)),
    constraints: parts.constraints(relation),
    indexes: parts.indexes(relation),
    triggers: parts.triggers(relation),
    policies: parts.policies(relation),
    rules: parts.rules(relation),
    unlogged: relation.unlogged,
    inherits: relation.inherits,
    partition: relation.partition,
    rowSecurity: relation.rowSecurity,
    replicaIdentity: relation.replicaIdentity,
    clusteredOn: relation.clusteredOn,
    accessMethod: relation.accessMethod,
    options: relation.options,
    comment: relation.comment,
  };
}

function assembleView(relation: Relation, parts: Parts): View {
  return {
    schema: relation.schema,
    name: relation.name,
    definition: relation.definition,
    columns: parts.columns(relation).map(toViewColumn),
    options: relation.options,
    triggers: parts.triggers(relation),
    rules: parts.rules(relation),
    comment: relation.comment,
  };
}

function assembleMaterializedView(relation: Relation, parts: Parts): MaterializedView {
  return {
    schema: relation.schema,
    name: relation.name,
    definition: relation.definition,
    columns: parts.columns(relation).map(toViewColumn),
    indexes: parts.indexes(relation),
    accessMethod: relation.accessMethod,
    clusteredOn: relation.clusteredOn,
    options: relation.options,
    comment: relation.comment,
  };
}

function valuesOf<T>(values: readonly { readonly value: T }[]): readonly T[] {
  return values.map(({ value }) => value);
}

function partsByRelation<T extends { readonly name: string }>(
  parts: readonly RelationPart<T>[],
): (relation: Relation) => readonly T[] {
  const groups = groupBy(parts, ({ relation }) => relation);
  return ({ oid }) => sortByName((groups.get(oid) ?? []).map(({ value }) => value));
}

function toViewColumn({ value: { name, type, collation, value, comment } }: CatalogColumn): ViewColumn {
  return { name, type, collation, default: value.kind === 'default' ? value.expression : null, comment };
}

/** The sequences that are not within a column, with the names of their owners. */
function sequencesOf({ sequences, columns, relations }: CatalogObjects): Schema['sequences'] {
  const withinColumns = new Set<string>();
  const columnsByKey = new Map<string, string>();
  for (const { relation, attribute, value } of columns) {
    columnsByKey.set(`${relation} ${attribute}`, value.name);
    const sequence = sequenceOf(value.value);
    if (sequence !== null) withinColumns.add(nameKey(sequence));
  }
  const relationsByOid = new Map(relations.map((relation) => [relation.oid, relation]));
  const ownerOf = ({ owner }: CatalogSequence) => {
    const relation = relationsByOid.get(owner?.relation ?? 0);
    const column = columnsByKey.get(`${owner?.relation} ${owner?.attribute}`);
    return relation === undefined || column === undefined
      ? null
      : { schema: relation.schema, table: relation.name, column };
  };
  return sortByQualifiedName(
    sequences
      .filter((sequence) => !withinColumns.has(nameKey(sequence)))
      .map((sequence) => ({
        schema: sequence.schema,
        name: sequence.name,
        options: sequence.options,
        ownedBy: ownerOf(sequence),
        comment: sequence.comment,
      })),
  );
}
