import type { Effects } from '../operations/effects';
import { type Operation, renderOperation } from '../operations/operation';
import { effectsOf } from '../operations/operation-effects';
import { dependencyEdges } from '../schema/dependency-edges';
import { groupEntries } from '../schema/group-by';
import { nameKey } from '../schema/name-key';
import { addressKey, type ObjectAddress } from '../schema/object-address';
import type { Schema } from '../schema/schema';
import { operationRank } from './operation-rank';
import { Order } from './order';
import { orderByFills } from './order-by-fills';
import { orderByParents } from './order-by-parents';

/** The same operations in an order in which each finds what it needs and nothing that is in its way. */
export function orderOperations(
  operations: readonly Operation[],
  from: Schema,
  to: Schema,
): readonly Operation[] {
  if (operations.length < 2) return operations;
  const ranked = operations
    .map((operation, index) => ({ operation, index }))
    .sort((a, b) => operationRank(a.operation) - operationRank(b.operation) || a.index - b.index)
    .map(({ operation }) => operation);
  const order = new Order(ranked, describeOperation);
  const who = indexEffects(ranked);
  orderByTo(order, who, to);
  orderByFrom(order, who, from, to);
  orderByKey(order, who);
  orderBySafety(order, ranked, [from, to]);
  orderByParents(order, ranked, from, to);
  orderByFills(order, ranked);
  return order.sorted();
}

function describeOperation(operation: Operation): string {
  return renderOperation(operation)[0]?.comment ?? operation.kind;
}

type Index = ReadonlyMap<string, readonly Operation[]>;

interface WhoDoes {
  readonly creates: Index;
  readonly removes: Index;
  readonly alters: Index;
  readonly needs: Index;
  readonly frees: Index;
  readonly takes: Index;
}

function indexEffects(operations: readonly Operation[]): WhoDoes {
  const all = operations.map((operation) => ({ operation, effects: effectsOf(operation) }));
  const by = (key: keyof Effects): Index =>
    groupEntries(
      all.flatMap(({ operation, effects }) =>
        effects[key].map((address) => [addressKey(address), operation] as const),
      ),
    );
  return {
    creates: by('creates'),
    removes: by('removes'),
    alters: by('alters'),
    needs: by('needs'),
    frees: by('frees'),
    takes: by('takes'),
  };
}

const none: readonly Operation[] = [];

function at(index: Index, key: string): readonly Operation[] {
  return index.get(key) ?? none;
}

/** What is made after what it stands on. */
function orderByTo(order: Order<Operation>, who: WhoDoes, to: Schema): void {
  const makers = (key: string) => [...at(who.creates, key), ...at(who.alters, key)];
  for (const { dependent, on } of dependencyEdges(to)) {
    const key = addressKey(on);
    if (!who.creates.has(key) && !who.alters.has(key)) continue;
    const first = makers(key);
    const dependentKey = addressKey(dependent);
    for (const later of [...makers(dependentKey), ...at(who.needs, dependentKey)]) {
      // What makes both makes them at once; what alters the one comes after that.
      if (at(who.creates, key).includes(later)) continue;
      for (const earlier of first) order.mustRun(earlier).before(later, needs(dependent, on));
    }
  }
}

/** What goes before what it stood on; what changes so that it no longer stands on it does so before, too. */
function orderByFrom(order: Order<Operation>, who: WhoDoes, from: Schema, to: Schema): void {
  let stillThere: ReadonlySet<string> | undefined;
  for (const { dependent, on } of dependencyEdges(from)) {
    const key = addressKey(on);
    const removers = at(who.removes, key);
    const alterers = at(who.alters, key);
    if (removers.length === 0 && alterers.length === 0) continue;
    const dependentKey = addressKey(dependent);
    for (const earlier of at(who.removes, dependentKey)) {
      for (const later of [...removers, ...alterers]) {
        order.mustRun(earlier).before(later, needs(dependent, on));
      }
    }
    const changers = at(who.alters, dependentKey);
    if (removers.length === 0 || changers.length === 0) continue;
    stillThere ??= new Set(
      dependencyEdges(to).map((edge) => `${addressKey(edge.dependent)} ${addressKey(edge.on)}`),
    );
    if (stillThere.has(`${dependentKey} ${key}`)) continue;
    for (const earlier of changers) {
      for (const later of removers) order.mustRun(earlier).before(later, needs(dependent, on));
    }
  }
}

/** A name is free before it is taken again; what needs a thing finds it made, altered and not yet gone. */
function orderByKey(order: Order<Operation>, who: WhoDoes): void {
  for (const [key, removers] of [...who.removes, ...who.frees]) {
    for (const earlier of removers) {
      for (const later of [...at(who.creates, key), ...at(who.takes, key)]) {
        order.mustRun(earlier).before(later, `the name ${key} is taken until then`);
      }
    }
  }
  for (const [key, alterers] of who.alters) {
    for (const later of alterers) {
      for (const earlier of at(who.creates, key)) order.mustRun(earlier).before(later, `it alters ${key}`);
    }
  }
  for (const [key, users] of who.needs) {
    for (const user of users) {
      for (const earlier of [...at(who.creates, key), ...at(who.takes, key)])
        order.mustRun(earlier).before(user, `it needs ${key}`);
      for (const later of at(who.removes, key)) {
        if (at(who.creates, key).length === 0) order.mustRun(user).before(later, `it needs ${key}`);
      }
    }
  }
}

/** A table that survives a crash points at none that does not, at no moment. */
function orderBySafety(
  order: Order<Operation>,
  operations: readonly Operation[],
  schemas: readonly Schema[],
): void {
  const changes = new Map(
    operations.flatMap((operation) =>
      operation.kind === 'setLogged' ? [[nameKey(operation.table), operation] as const] : [],
    ),
  );
  if (changes.size < 2) return;
  for (const table of schemas.flatMap(({ tables }) => tables)) {
    const pointing = changes.get(nameKey(table));
    if (pointing === undefined) continue;
    for (const constraint of table.constraints) {
      const target =
        constraint.kind === 'foreignKey' ? changes.get(nameKey(constraint.references)) : undefined;
      if (target === undefined || target.to !== pointing.to) continue;
      const [first, second] = pointing.to === 'unlogged' ? [pointing, target] : [target, pointing];
      order.mustRun(first).before(second, `${constraint.name} must not point at a table that is less safe`);
    }
  }
}

function needs(dependent: ObjectAddress, on: ObjectAddress): () => string {
  return () => `${addressKey(dependent)} needs ${addressKey(on)}`;
}
