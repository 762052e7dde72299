import { columnAddress, dependencyEdges, dependentsByKey, partAddress } from '../schema/dependency-edges';
import { nameKey, nameOnly } from '../schema/name-key';
import { addressKey, type ObjectAddress } from '../schema/object-address';
import type { Schema } from '../schema/schema';
import type { Table } from '../schema/table';
import { columnMustBeReplaced } from './diff-column-value';
import { typeDiffers } from './diff-columns';
import { constraintMustBeRemade, pairConstraints } from './diff-constraints';
import { enumChange } from './diff-enums';
import { indexMustBeRemade, pairIndexes } from './diff-indexes';
import { remadeRoutines, routineAddress } from './diff-routines';
import { materializedViewMustBeRemade, viewMustBeRemade } from './diff-views';
import { pairUp } from './pair-up';
import { same } from './same';

/**
 * `gone`: it is dropped and made again, so all that depends on it is too. `altered`: the type of a column changes in
 * place, so what Postgres does not let it change under is displaced; `retyped`: and it no longer fits the other end of
 * its foreign keys. `exchanged`: an enum is replaced by its successor.
 */
type Disturbance = 'gone' | 'altered' | 'retyped' | 'exchanged';

interface Seed {
  readonly address: ObjectAddress;
  readonly disturbance: Disturbance;
}

/** The keys of what must be taken off and put back, because what it stands on changes beneath it. */
export function findDisplaced(from: Schema, to: Schema): ReadonlySet<string> {
  const seeds = findSeeds(from, to);
  if (seeds.length === 0) return new Set();
  const dependents = dependentsByKey(dependencyEdges(from));
  const generated = generatedColumns(from);
  const foreignKeys = foreignKeysOf(from);
  const displaced = new Set<string>();
  const seen = new Set<string>();
  const queue = [...seeds];
  for (let seed = queue.shift(); seed !== undefined; seed = queue.shift()) {
    const key = addressKey(seed.address);
    if (seen.has(`${seed.disturbance} ${key}`)) continue;
    seen.add(`${seed.disturbance} ${key}`);
    if (seed.disturbance === 'gone') displaced.add(key);
    for (const dependent of dependents.get(key) ?? []) {
      const disturbance = disturbanceOf(seed, dependent, { generated, foreignKeys });
      if (disturbance === null) continue;
      queue.push({ address: dependent, disturbance });
      if (dependent.kind === 'default' && disturbance === 'gone' && generated.has(addressKey(dependent))) {
        queue.push({ address: { ...dependent, kind: 'column' }, disturbance: 'gone' });
      }
    }
  }
  return displaced;
}

/** The keys of the defaults that make a column generated, and of the constraints that are foreign keys. */
interface Kinds {
  readonly generated: ReadonlySet<string>;
  readonly foreignKeys: ReadonlySet<string>;
}

/** What becomes of something when that on which it depends is disturbed. */
function disturbanceOf(
  { address: on, disturbance }: Seed,
  dependent: ObjectAddress,
  { generated, foreignKeys }: Kinds,
): Disturbance | null {
  switch (dependent.kind) {
    case 'view':
    case 'materializedView':
    case 'rule':
    case 'policy':
    case 'trigger':
    case 'routine':
      return 'gone';
    case 'constraint':
      // The ends of a foreign key change in two statements, between which they do not fit each other.
      if (disturbance === 'retyped' && foreignKeys.has(addressKey(dependent))) return 'gone';
      return disturbance === 'altered' || disturbance === 'retyped' ? null : 'gone';
    case 'index':
    case 'statistics':
      // Postgres makes those of an altered column again by itself.
      return disturbance === 'altered' || disturbance === 'retyped' ? null : 'gone';
    case 'default':
      // A column's own default moves with its type; a generated column refuses that its sources change.
      if (disturbance === 'exchanged') return null;
      return isOwnDefault(on, dependent) ? null : 'gone';
    case 'column':
      if (disturbance === 'exchanged') return 'altered';
      if (on.kind === 'table' || on.kind === 'view' || on.kind === 'materializedView') return 'gone';
      // Before Postgres 15 it is the generated column that depends on its sources, not its expression.
      return generated.has(addressKey({ ...dependent, kind: 'default' })) && on.kind === 'column'
        ? 'gone'
        : null;
    case 'namespace':
    case 'extension':
    case 'table':
    case 'sequence':
    case 'enum':
    case 'domain':
    case 'composite':
    case 'range':
      return null;
  }
}

function isOwnDefault(on: ObjectAddress, dependent: ObjectAddress): boolean {
  return on.kind === 'column' && addressKey({ ...on, kind: 'default' }) === addressKey(dependent);
}

function generatedColumns({ tables }: Schema): ReadonlySet<string> {
  return new Set(
    tables.flatMap((table) =>
      table.columns
        .filter(({ value }) => value.kind === 'generated')
        .map(({ name }) => addressKey(partAddress('default', table, name))),
    ),
  );
}

function findSeeds(from: Schema, to: Schema): readonly Seed[] {
  const gone = (address: ObjectAddress): Seed => ({ address, disturbance: 'gone' });
  return [
    ...pairUp(from.enums, to.enums, nameKey)
      .kept.filter((pair) => enumChange(pair.from, pair.to) === 'rebuilt')
      .map((pair): Seed => ({ address: { kind: 'enum', ...nameOnly(pair.from) }, disturbance: 'exchanged' })),
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
  ];
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

function tableSeeds(from: Table, to: Table): readonly Seed[] {
  const gone = (address: ObjectAddress): Seed => ({ address, disturbance: 'gone' });
  const constraints = pairConstraints(from.constraints, to.constraints);
  const indexes = pairIndexes(from.indexes, to.indexes);
  return [
    ...pairUp(from.columns, to.columns, ({ name }) => name).kept.flatMap((pair): readonly Seed[] => {
      const address = columnAddress(from, pair.from.name);
      if (columnMustBeReplaced(pair.from, pair.to)) return [gone(address)];
      const expressionDropped = pair.from.value.kind === 'generated' && pair.to.value.kind !== 'generated';
      if (!typeDiffers(pair.from, pair.to) && !expressionDropped) return [];
      return [{ address, disturbance: same(pair.from.type.base, pair.to.type.base) ? 'altered' : 'retyped' }];
    }),
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

function foreignKeysOf({ tables }: Schema): ReadonlySet<string> {
  return new Set(
    tables.flatMap((table) =>
      table.constraints
        .filter(({ kind }) => kind === 'foreignKey')
        .map(({ name }) => addressKey(partAddress('constraint', table, name))),
    ),
  );
}
