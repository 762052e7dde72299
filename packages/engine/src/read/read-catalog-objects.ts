import type { Namespace } from '../schema/namespace';
import { AttributeNames } from './attribute-names';
import type { Catalog, CatalogObject } from './catalog';
import type { CatalogObjects } from './catalog-objects';
import { groupBy } from './group-by';
import { readColumns } from './read-columns';
import { readConstraints } from './read-constraints';
import { readDomains } from './read-domains';
import { readEnums } from './read-enums';
import { readExtensions } from './read-extensions';
import { readIndexes } from './read-indexes';
import type { ReadOptions } from './read-options';
import { readPolicies } from './read-policies';
import { readRanges } from './read-ranges';
import { type Relation, readRelations } from './read-relations';
import { readRoutines } from './read-routines';
import { readRules } from './read-rules';
import { readSequences } from './read-sequences';
import { readStatistics } from './read-statistics';
import { readTriggers } from './read-triggers';
import { findTypeormMetadata } from './read-typeorm-metadata';

/** A fixed number of queries, however much there is to read. */
export async function readCatalogObjects(
  catalog: Catalog,
  namespaces: readonly CatalogObject<Namespace>[],
  { exclude = [], metadataTable = 'typeorm_metadata', only = () => true }: ReadOptions,
): Promise<CatalogObjects> {
  const isExcluded = ({ kind, schema, name }: Relation) =>
    kind === 'table' &&
    exclude.some((table) => table.name === name && (table.schema === undefined || table.schema === schema));

  const found = await readRelations(catalog);
  const excluded = new Set(found.filter(isExcluded).map(({ oid }) => oid));
  const readable = found.filter(({ oid, kind }) => kind !== 'sequence' && !excluded.has(oid));
  const whole = readable.filter((relation) => only(relation) || relation.name === metadataTable);
  const withoutParts = new Set(oidsOf(readable));
  for (const { oid } of whole) withoutParts.delete(oid);
  const sequences = (await readSequences(catalog)).filter(({ owner }) => {
    const relation = owner?.relation ?? 0;
    return !excluded.has(relation) && !withoutParts.has(relation);
  });
  const columns = await readColumns(catalog, oidsOf(whole), sequences);
  const typeormMetadata = findTypeormMetadata(
    readable,
    groupBy(columns, ({ relation }) => relation),
    metadataTable,
  );
  const relations = readable.filter((relation) => relation !== typeormMetadata);
  const ofKind = (...kinds: readonly Relation['kind'][]) =>
    oidsOf(relations.filter(({ oid, kind }) => kinds.includes(kind) && !withoutParts.has(oid)));
  const names = new AttributeNames(columns);
  return {
    namespaces,
    relations,
    sequences,
    columns,
    typeormMetadata,
    extensions: await readExtensions(catalog),
    enums: await readEnums(catalog),
    domains: await readDomains(catalog),
    ranges: await readRanges(catalog),
    routines: await readRoutines(catalog),
    constraints: await readConstraints(catalog, ofKind('table'), names),
    indexes: await readIndexes(catalog, ofKind('table', 'materializedView'), names),
    triggers: await readTriggers(catalog, ofKind('table', 'view')),
    rules: await readRules(catalog, ofKind('table', 'view')),
    policies: await readPolicies(catalog, ofKind('table')),
    statistics: await readStatistics(catalog, ofKind('table', 'materializedView')),
  };
}

function oidsOf(relations: readonly Relation[]): number[] {
  return relations.map(({ oid }) => oid);
}
