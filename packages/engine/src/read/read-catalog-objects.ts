import { groupBy } from '../schema/group-by';
import type { Namespace } from '../schema/namespace';
import type { Catalog, CatalogObject } from './catalog';
import type { CatalogObjects } from './catalog-objects';
import { AttributeNames } from './catalogs/attribute-names';
import { readColumns } from './catalogs/read-columns';
import { readConstraints } from './catalogs/read-constraints';
import { readDomains } from './catalogs/read-domains';
import { readEnums } from './catalogs/read-enums';
import { readExtensions } from './catalogs/read-extensions';
import { readIndexes } from './catalogs/read-indexes';
import type { RareKind } from './catalogs/read-kinds';
import { readPolicies } from './catalogs/read-policies';
import { readRanges } from './catalogs/read-ranges';
import { type Relation, readRelations } from './catalogs/read-relations';
import { readRoutines } from './catalogs/read-routines';
import { readRules } from './catalogs/read-rules';
import { readSequences } from './catalogs/read-sequences';
import { readStatistics } from './catalogs/read-statistics';
import { readTriggers } from './catalogs/read-triggers';
import { findTypeormMetadata } from './catalogs/read-typeorm-metadata';
import type { ReadOptions } from './read-options';
import { together } from './together';

/** A fixed number of queries in a fixed number of trips, however much there is to read. */
export async function readCatalogObjects(
  catalog: Catalog,
  namespaces: readonly CatalogObject<Namespace>[],
  options: ReadOptions,
): Promise<CatalogObjects> {
  const { metadataTable = 'typeorm_metadata' } = options;
  const ifAny = <T>(kind: RareKind, read: () => Promise<T[]>) =>
    catalog.kinds.has(kind) ? read() : Promise.resolve([]);
  const [found, allSequences, extensions, enums, domains, ranges, routines] = await together(
    readRelations(catalog),
    ifAny('sequence', () => readSequences(catalog)),
    readExtensions(catalog),
    ifAny('enum', () => readEnums(catalog)),
    ifAny('domain', () => readDomains(catalog)),
    ifAny('range', () => readRanges(catalog)),
    ifAny('routine', () => readRoutines(catalog)),
  );
  const { readable, whole, isLeftOut } = chooseRelations(found, { ...options, metadataTable });
  const sequences = allSequences.filter(({ owner }) => !isLeftOut(owner?.relation ?? 0));
  const ofKind = (...kinds: readonly Relation['kind'][]) =>
    oidsOf(whole.filter(({ kind }) => kinds.includes(kind)));
  const reading = readColumns(catalog, oidsOf(whole), sequences);
  const attributes = reading.then((columns) => new AttributeNames(columns));
  const [columns, constraints, indexes, triggers, rules, policies, statistics] = await together(
    reading,
    readConstraints(catalog, ofKind('table'), attributes),
    readIndexes(catalog, ofKind('table', 'materializedView'), attributes),
    ifAny('trigger', () => readTriggers(catalog, ofKind('table', 'view'))),
    ifAny('rule', () => readRules(catalog, ofKind('table', 'view'))),
    ifAny('policy', () => readPolicies(catalog, ofKind('table'))),
    ifAny('statistics', () => readStatistics(catalog, ofKind('table', 'materializedView'))),
  );
  const typeormMetadata = findTypeormMetadata(
    readable,
    groupBy(columns, ({ relation }) => relation),
    metadataTable,
  );
  const isOfSchema = ({ relation }: { readonly relation: number }) => relation !== typeormMetadata?.oid;
  return {
    namespaces,
    sequences,
    columns,
    typeormMetadata,
    extensions,
    enums,
    domains,
    ranges,
    routines,
    relations: readable.filter((relation) => relation !== typeormMetadata),
    constraints: constraints.filter(isOfSchema),
    indexes: indexes.filter(isOfSchema),
    triggers: triggers.filter(isOfSchema),
    rules: rules.filter(isOfSchema),
    policies: policies.filter(isOfSchema),
    statistics: statistics.filter(
      ({ value: { table } }) =>
        table.name !== typeormMetadata?.name || table.schema !== typeormMetadata.schema,
    ),
  };
}

interface ChosenRelations {
  /** All but sequences, and but those that are excluded. */
  readonly readable: readonly Relation[];
  /** Those of which the parts are read too. */
  readonly whole: readonly Relation[];
  /** Whether a relation is none of the latter. */
  readonly isLeftOut: (oid: number) => boolean;
}

function chooseRelations(
  found: readonly Relation[],
  { exclude = [], metadataTable, only = () => true }: ReadOptions,
): ChosenRelations {
  const isExcluded = ({ kind, schema, name }: Relation) =>
    kind === 'table' &&
    exclude.some((table) => table.name === name && (table.schema === undefined || table.schema === schema));
  const excluded = new Set(oidsOf(found.filter(isExcluded)));
  const readable = found.filter(({ oid, kind }) => kind !== 'sequence' && !excluded.has(oid));
  const whole = readable.filter((relation) => only(relation) || relation.name === metadataTable);
  const withoutParts = new Set(oidsOf(readable));
  for (const { oid } of whole) withoutParts.delete(oid);
  return { readable, whole, isLeftOut: (oid) => excluded.has(oid) || withoutParts.has(oid) };
}

function oidsOf(relations: readonly Relation[]): number[] {
  return relations.map(({ oid }) => oid);
}
