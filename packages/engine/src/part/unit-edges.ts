import { addressKey } from '../schema/object-address';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import { foreignKeysOf, foreignKeyUnit, namedUnit, UnitBook, type UnitKey } from './unit';
import { unitKeys } from './unit-values';

/** Who cannot be without whom, and the other way round. */
export interface UnitEdges {
  readonly needs: ReadonlyMap<UnitKey, ReadonlySet<UnitKey>>;
  readonly neededBy: ReadonlyMap<UnitKey, ReadonlySet<UnitKey>>;
}

export function unitEdges(schema: Schema): UnitEdges {
  const known = edges.get(schema);
  if (known !== undefined) return known;
  const found = findEdges(schema);
  edges.set(schema, found);
  return found;
}

const edges = new WeakMap<Schema, UnitEdges>();

type AddEdge = (dependent: UnitKey, on: UnitKey) => void;

function findEdges(schema: Schema): UnitEdges {
  const needs = new Map<UnitKey, Set<UnitKey>>();
  const neededBy = new Map<UnitKey, Set<UnitKey>>();
  const add: AddEdge = (dependent, on) => {
    if (dependent === on) return;
    setOf(needs, dependent).add(on);
    setOf(neededBy, on).add(dependent);
  };
  const book = UnitBook.of(schema);
  for (const { dependent, on } of schema.dependencies) add(book.unitOf(dependent), book.unitOf(on));
  addPlaces(schema, add);
  addTables(schema.tables, add);
  for (const statistics of schema.statistics) {
    add(unitKeys.statistics(statistics), namedUnit('table', statistics.table));
  }
  for (const sequence of schema.sequences) {
    const { ownedBy } = sequence;
    if (ownedBy !== null) {
      add(unitKeys.sequences(sequence), namedUnit('table', { schema: ownedBy.schema, name: ownedBy.table }));
    }
  }
  return { needs, neededBy };
}

/** What is in a schema needs it. */
function addPlaces(schema: Schema, add: AddEdge): void {
  const within = (unit: UnitKey, { schema: name }: QualifiedName) =>
    add(unit, addressKey({ kind: 'namespace', name }));
  for (const table of schema.tables) within(namedUnit('table', table), table);
  for (const { name, schema: namespace } of schema.extensions) {
    within(addressKey({ kind: 'extension', name }), { schema: namespace, name });
  }
  for (const routine of schema.routines) within(unitKeys.routines(routine), routine);
  for (const kind of namedKinds) {
    const keyOf = unitKeys[kind] as (object: QualifiedName) => UnitKey;
    for (const object of schema[kind] as readonly QualifiedName[]) within(keyOf(object), object);
  }
}

const namedKinds = [
  'enums',
  'domains',
  'composites',
  'ranges',
  'sequences',
  'views',
  'materializedViews',
  'statistics',
] as const;

function addTables(tables: Schema['tables'], add: AddEdge): void {
  for (const table of tables) {
    const unit = namedUnit('table', table);
    for (const parent of table.inherits) add(unit, namedUnit('table', parent));
    if (table.partition.kind === 'partition') {
      // A partition has the keys of the others, and those that point at the whole, in ways that the model has no word for.
      const whole = namedUnit('table', table.partition.of);
      add(unit, whole);
      add(whole, unit);
    }
    for (const { name, references } of foreignKeysOf(table)) {
      const foreignKey = foreignKeyUnit(table, name);
      add(foreignKey, unit);
      add(foreignKey, namedUnit('table', references));
    }
  }
}

function setOf(sets: Map<UnitKey, Set<UnitKey>>, key: UnitKey): Set<UnitKey> {
  const known = sets.get(key);
  if (known !== undefined) return known;
  const made = new Set<UnitKey>();
  sets.set(key, made);
  return made;
}
