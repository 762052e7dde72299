import { groupBy } from '../schema/group-by';
import type { Schema } from '../schema/schema';
import type { ViewColumn } from '../schema/view';
import { sortByName, sortByQualifiedName } from './by-name';
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
  const columns = groupBy(objects.columns, ({ relation }) => relation);
  const constraints = partsByRelation(objects.constraints);
  const indexes = partsByRelation(objects.indexes);
  const triggers = partsByRelation(objects.triggers);
  const rules = partsByRelation(objects.rules);
  const policies = partsByRelation(objects.policies);
  const relationsOf = (kind: Relation['kind']) =>
    sortByQualifiedName(objects.relations.filter((relation) => relation.kind === kind));
  const columnsOf = ({ oid }: Relation) => columns.get(oid) ?? [];
  const valuesOf = <T>(values: readonly { readonly value: T }[]) => values.map(({ value }) => value);

  return {
    namespaces: sortByName(valuesOf(objects.namespaces)),
    extensions: sortByName(valuesOf(objects.extensions)),
    enums: sortByQualifiedName(valuesOf(objects.enums)),
    domains: sortByQualifiedName(valuesOf(objects.domains)),
    ranges: sortByQualifiedName(valuesOf(objects.ranges)),
    statistics: sortByQualifiedName(valuesOf(objects.statistics)),
    routines: sortByQualifiedName(
      [...objects.routines]
        .sort((a, b) => (a.value.identityArguments < b.value.identityArguments ? -1 : 1))
        .map(({ value }) => value),
    ),
    sequences: sequencesOf(objects),
    composites: relationsOf('composite').map((relation) => ({
      schema: relation.schema,
      name: relation.name,
      attributes: columnsOf(relation).map(({ value: { name, type, collation, comment } }) => ({
        name,
        type,
        collation,
        comment,
      })),
      comment: relation.comment,
    })),
    tables: relationsOf('table').map((relation) => ({
      schema: relation.schema,
      name: relation.name,
      columns: valuesOf(columnsOf(relation)),
      constraints: constraints(relation),
      indexes: indexes(relation),
      triggers: triggers(relation),
      policies: policies(relation),
      rules: rules(relation),
      unlogged: relation.unlogged,
      inherits: relation.inherits,
      partition: relation.partition,
      rowSecurity: relation.rowSecurity,
      replicaIdentity: relation.replicaIdentity,
      clusteredOn: relation.clusteredOn,
      accessMethod: relation.accessMethod,
      options: relation.options,
      comment: relation.comment,
    })),
    views: relationsOf('view').map((relation) => ({
      schema: relation.schema,
      name: relation.name,
      definition: relation.definition,
      columns: columnsOf(relation).map(toViewColumn),
      options: relation.options,
      triggers: triggers(relation),
      rules: rules(relation),
      comment: relation.comment,
    })),
    materializedViews: relationsOf('materializedView').map((relation) => ({
      schema: relation.schema,
      name: relation.name,
      definition: relation.definition,
      columns: columnsOf(relation).map(toViewColumn),
      indexes: indexes(relation),
      accessMethod: relation.accessMethod,
      clusteredOn: relation.clusteredOn,
      options: relation.options,
      comment: relation.comment,
    })),
  };
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
    if (value.value.kind === 'serial' || value.value.kind === 'identity') {
      withinColumns.add(JSON.stringify([value.value.sequence.schema, value.value.sequence.name]));
    }
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
      .filter(({ schema, name }) => !withinColumns.has(JSON.stringify([schema, name])))
      .map((sequence) => ({
        schema: sequence.schema,
        name: sequence.name,
        options: sequence.options,
        ownedBy: ownerOf(sequence),
        comment: sequence.comment,
      })),
  );
}
