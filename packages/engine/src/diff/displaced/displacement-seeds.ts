import { compositeAddresses } from '../../schema/addresses';
import { columnAddress, partAddress } from '../../schema/dependency-edges';
import { nameKey, nameOnly } from '../../schema/name-key';
import { addressKey, type ObjectAddress } from '../../schema/object-address';
import { parentNamesOf } from '../../schema/parents-of';
import { same } from '../../schema/same';
import type { Schema } from '../../schema/schema';
import type { Table } from '../../schema/table';
import { materializedViewMustBeRemade } from '../diff-materialized-views';
import { remadeRoutines, routineAddress } from '../diff-routines';
import { viewMustBeRemade } from '../diff-views';
import { pairUp } from '../pair-up';
import { columnMustBeReplaced } from '../tables/diff-column-value';
import { constraintMustBeRemade, pairConstraints } from '../tables/diff-constraints';
import { indexMustBeRemade, pairIndexes } from '../tables/diff-indexes';
import { typeDiffers } from '../tables/diff-type';
import { enumChange } from '../types/diff-enums';
import { isDomainRebuilt } from '../types/rebuild-domains';
import { isCompositeRemade } from '../types/remade-composites';
import { tornReplacements } from './torn-replacements';

/**
 * `gone`: it is dropped and made again, so all that depends on it is too. `altered`: the type of a column changes in
 * place, so what Postgres does not let it change under is displaced; `retyped`: and it no longer fits the other end of
 * its foreign keys. `freed`: a generated column becomes an ordinary one in place, but the way back can only drop it and
 * make it again. `exchanged`: an enum or a domain is replaced by its successor.
 */
export type Disturbance = 'gone' | 'altered' | 'retyped' | 'freed' | 'exchanged';

/** What changes, and how. */
export interface DisplacementSeed {
  readonly address: ObjectAddress;
  readonly disturbance: Disturbance;
}

/** Where a change begins to displace what stands on it. */
export function findDisplacementSeeds(from: Schema, to: Schema): readonly DisplacementSeed[] {
  const gone = (address: ObjectAddress): DisplacementSeed => ({ address, disturbance: 'gone' });
  const seeds = [
    ...pairUp(from.enums, to.enums, nameKey)
      .kept.filter((pair) => enumChange(pair.from, pair.to) === 'rebuilt')
      .map(
        (pair): DisplacementSeed => ({
          address: { kind: 'enum', ...nameOnly(pair.from) },
          disturbance: 'exchanged',
        }),
      ),
    ...pairUp(from.domains, to.domains, nameKey)
      .kept.filter((pair) => isDomainRebuilt(pair.from, pair.to, { from, to }))
      .map(
        (pair): DisplacementSeed => ({
          address: { kind: 'domain', ...nameOnly(pair.from) },
          disturbance: 'exchanged',
        }),
      ),
    ...pairUp(from.composites, to.composites, nameKey)
      .kept.filter((pair) => isCompositeRemade(pair.from, pair.to, { from, to }))
      .flatMap((pair) => compositeAddresses(pair.from).map(gone)),
    ...remadeRoutines(from, to).map((routine) => gone(routineAddress(routine))),
    ...pairUp(from.views, to.views, nameKey)
      .kept.filter((pair) => viewMustBeRemade(pair.from, pair.to))
      .map((pair) => gone({ kind: 'view', ...nameOnly(pair.from) })),
    ...pairUp(from.materializedViews, to.materializedViews, nameKey)
      .kept.filter((pair) => materializedViewMustBeRemade(pair.from, pair.to))
      .map((pair) => gone({ kind: 'materializedView', ...nameOnly(pair.from) })),
    ...becameOther(from, to).map(gone),
    ...pairUp(from.tables, to.tables, nameKey).kept.flatMap((pair) =>
      same(pair.from, pair.to) ? [] : tableSeeds(pair.from, pair.to),
    ),
    ...changedParents(from, to),
    ...indexesOfParentsAlone(from, to),
  ];
  const changed = seeds.map(({ address }) => address);
  return [...seeds, ...tornReplacements(from, to, changed).map(gone)];
}

/** What is said of a parent's default is said of those that its children have of their own. */
function changedParents(from: Schema, to: Schema): readonly DisplacementSeed[] {
  const parents = new Set(from.tables.flatMap(parentNamesOf).map(nameKey));
  if (parents.size === 0) return [];
  return pairUp(from.tables, to.tables, nameKey)
    .kept.filter((pair) => parents.has(nameKey(pair.from)))
    .flatMap((pair) =>
      pairUp(pair.from.columns, pair.to.columns, ({ name }) => name)
        .kept.filter((columns) => !same(columns.from.value, columns.to.value))
        .map(
          ({ from: { name } }): DisplacementSeed => ({
            address: partAddress('default', pair.from, name),
            disturbance: 'altered',
          }),
        ),
    );
}

/** What goes while something of another kind takes its name: what stood on it stands on that then. */
function becameOther(from: Schema, to: Schema): readonly ObjectAddress[] {
  const relations = ({ tables, views, materializedViews }: Schema): readonly ObjectAddress[] => [
    ...tables.map((table) => ({ kind: 'table', ...nameOnly(table) }) as const),
    ...views.map((view) => ({ kind: 'view', ...nameOnly(view) }) as const),
    ...materializedViews.map((view) => ({ kind: 'materializedView', ...nameOnly(view) }) as const),
  ];
  const after = relations(to);
  const same = new Set(after.map(addressKey));
  const names = new Set(after.map((address) => ('schema' in address ? nameKey(address) : '')));
  return relations(from).filter(
    (address) => !same.has(addressKey(address)) && 'schema' in address && names.has(nameKey(address)),
  );
}

/** A new partition gets every index of its parent: one that is of the parent alone is away meanwhile. */
function indexesOfParentsAlone(from: Schema, to: Schema): readonly DisplacementSeed[] {
  const partitionsOf = ({ tables }: Schema, whole: Table) =>
    tables
      .filter(({ partition }) => partition.kind === 'partition' && nameKey(partition.of) === nameKey(whole))
      .map(nameKey);
  return from.tables.flatMap((table) => {
    const alone = table.indexes.filter(({ state }) => state === 'parentOnly');
    if (alone.length === 0 || same(partitionsOf(from, table), partitionsOf(to, table))) return [];
    return alone.map(
      ({ name }): DisplacementSeed => ({
        address: { kind: 'index', schema: table.schema, name },
        disturbance: 'gone',
      }),
    );
  });
}

function tableSeeds(from: Table, to: Table): readonly DisplacementSeed[] {
  const gone = (address: ObjectAddress): DisplacementSeed => ({ address, disturbance: 'gone' });
  const constraints = pairConstraints(from.constraints, to.constraints);
  const indexes = pairIndexes(from.indexes, to.indexes);
  return [
    ...pairUp(from.columns, to.columns, ({ name }) => name).kept.flatMap(
      (pair): readonly DisplacementSeed[] => {
        const address = columnAddress(from, pair.from.name);
        if (columnMustBeReplaced(pair.from, pair.to)) return [gone(address)];
        const expressionDropped = pair.from.value.kind === 'generated' && pair.to.value.kind !== 'generated';
        if (expressionDropped) return [{ address, disturbance: 'freed' }];
        if (!typeDiffers(pair.from, pair.to)) return [];
        return [
          { address, disturbance: same(pair.from.type.base, pair.to.type.base) ? 'altered' : 'retyped' },
        ];
      },
    ),
    ...[
      ...constraints.gone,
      ...constraints.kept
        .filter((pair) => constraintMustBeRemade(pair.from, pair.to))
        .map((pair) => pair.from),
    ].map(({ name }) => gone(partAddress('constraint', from, name))),
    ...[
      ...indexes.gone,
      ...indexes.kept.filter((pair) => indexMustBeRemade(pair.from, pair.to)).map((pair) => pair.from),
    ].map(({ name }) => gone({ kind: 'index', schema: from.schema, name })),
  ];
}
