import { columnAddress, dependencyEdges, dependentsByKey, partAddress } from '../../schema/dependency-edges';
import { addressKey, type ObjectAddress } from '../../schema/object-address';
import type { Schema } from '../../schema/schema';
import { type DisplacementSeed, type Disturbance, findDisplacementSeeds } from './displacement-seeds';

/** The keys of what must be taken off and put back, because what it stands on changes beneath it. */
export function findDisplaced(from: Schema, to: Schema): ReadonlySet<string> {
  const seeds = findDisplacementSeeds(from, to);
  if (seeds.length === 0) return new Set();
  const dependents = dependentsByKey(dependencyEdges(from));
  const generated = generatedColumns(from);
  const foreignKeys = foreignKeysOf(from);
  const peculiar = peculiarOf(from);
  const isKey = (address: ObjectAddress) =>
    (dependents.get(addressKey(address)) ?? []).some((dependent) => foreignKeys.has(addressKey(dependent)));
  const carried = carriedColumns(from, isKey);
  const displaced = new Set<string>();
  const seen = new Set<string>();
  const queue = [...seeds];
  for (let seed = queue.shift(); seed !== undefined; seed = queue.shift()) {
    const key = addressKey(seed.address);
    if (seen.has(`${seed.disturbance} ${key}`)) continue;
    seen.add(`${seed.disturbance} ${key}`);
    if (seed.disturbance === 'gone') displaced.add(key);
    const dependentsOfIt = dependents.get(key) ?? [];
    const columns = new Set(dependentsOfIt.filter(({ kind }) => kind === 'column').map(addressKey));
    for (const dependent of dependentsOfIt) {
      const disturbance = disturbanceOf(seed, dependent, {
        columns,
        generated,
        foreignKeys,
        peculiar,
        carried,
      });
      if (disturbance === null) continue;
      queue.push({ address: dependent, disturbance });
      if (dependent.kind === 'default' && disturbance === 'gone' && generated.has(addressKey(dependent))) {
        queue.push({ address: { ...dependent, kind: 'column' }, disturbance: 'gone' });
      }
    }
  }
  return displaced;
}

/** By their keys. */
interface Kinds {
  /** The columns that depend on the same: on a type, those of that type. */
  readonly columns: ReadonlySet<string>;
  /** The defaults that make a column generated. */
  readonly generated: ReadonlySet<string>;
  readonly foreignKeys: ReadonlySet<string>;
  /** The indexes and extended statistics of which Postgres forgets something when it makes them again. */
  readonly peculiar: ReadonlySet<string>;
  /** A key to which foreign keys point, with a column that it carries along (`INCLUDE`). */
  readonly carried: ReadonlySet<string>;
}

/** What becomes of something when that on which it depends is disturbed. */
function disturbanceOf(
  { address: on, disturbance }: DisplacementSeed,
  dependent: ObjectAddress,
  { columns, generated, foreignKeys, peculiar, carried }: Kinds,
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
      if (carried.has(carriedKey(dependent, on))) return 'gone';
      // The ends of a foreign key change in two statements, between which they do not fit each other.
      if (disturbance === 'retyped' && foreignKeys.has(addressKey(dependent))) return 'gone';
      return disturbance === 'altered' || disturbance === 'retyped' ? null : 'gone';
    case 'index':
    case 'statistics':
      // Postgres makes those of an altered column again by itself, but forgets their targets, and whose they are alone.
      if (peculiar.has(addressKey(dependent)) || carried.has(carriedKey(dependent, on))) return 'gone';
      return disturbance === 'altered' || disturbance === 'retyped' ? null : 'gone';
    case 'default':
      // A column's own default moves with its type; a generated column refuses that its sources change.
      // What exchanges a type takes the defaults of its columns off by itself.
      if (disturbance === 'exchanged' && columns.has(addressKey({ ...dependent, kind: 'column' })))
        return null;
      return isOwnDefault(on, dependent) ? null : 'gone';
    case 'column':
      if (disturbance === 'exchanged') return on.kind === 'domain' ? 'retyped' : 'altered';
      if (on.kind === 'table' || on.kind === 'view' || on.kind === 'materializedView') return 'gone';
      // Before Postgres 15 it is the generated column that depends on its sources, not its expression.
      return generated.has(addressKey({ ...dependent, kind: 'default' })) &&
        (on.kind === 'column' || on.kind === 'routine')
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

function foreignKeysOf({ tables }: Schema): ReadonlySet<string> {
  return new Set(
    tables.flatMap((table) =>
      table.constraints
        .filter(({ kind }) => kind === 'foreignKey')
        .map(({ name }) => addressKey(partAddress('constraint', table, name))),
    ),
  );
}

function peculiarOf({ tables, statistics }: Schema): ReadonlySet<string> {
  const indexes = tables.flatMap((table) =>
    table.indexes
      .filter(
        ({ statisticsTargets, state }) =>
          state !== 'valid' || statisticsTargets.some((target) => target !== null),
      )
      .map(({ name }) => addressKey({ kind: 'index', schema: table.schema, name })),
  );
  const extended = statistics
    .filter(({ target }) => target !== null)
    .map(({ schema, name }) => addressKey({ kind: 'statistics', schema, name }));
  return new Set([...indexes, ...extended]);
}

/**
 * Postgres makes a key again whose column gets another type, with the foreign keys that point at that column: of a column
 * that the key only carries along it does not find them.
 */
function carriedColumns({ tables }: Schema, isKey: (address: ObjectAddress) => boolean): ReadonlySet<string> {
  return new Set(
    tables.flatMap((table) => {
      const keys = [
        ...table.constraints.flatMap((constraint) =>
          'include' in constraint
            ? [{ address: partAddress('constraint', table, constraint.name), include: constraint.include }]
            : [],
        ),
        ...table.indexes.map(({ name, include }) => ({
          address: { kind: 'index', schema: table.schema, name } as const,
          include,
        })),
      ];
      return keys
        .filter(({ address, include }) => include.length > 0 && isKey(address))
        .flatMap(({ address, include }) =>
          include.map((name) => carriedKey(address, columnAddress(table, name))),
        );
    }),
  );
}

function carriedKey(key: ObjectAddress, column: ObjectAddress): string {
  return `${addressKey(key)} ${addressKey(column)}`;
}
