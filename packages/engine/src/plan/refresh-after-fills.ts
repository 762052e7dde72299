import type { SetNotNull } from '../operations/columns/set-not-null';
import type { Operation } from '../operations/operation';
import type { RefreshMaterializedView } from '../operations/views/refresh-materialized-view';
import { dependencyEdges, dependentsByKey, tableAddress } from '../schema/dependency-edges';
import { nameKey } from '../schema/name-key';
import { addressKey, type ObjectAddress } from '../schema/object-address';
import type { Schema } from '../schema/schema';

/**
 * A materialized view that is made again is there before rows are filled in a file of their own, without what they get:
 * it is computed once more after that.
 */
export function refreshAfterFills(
  operations: readonly Operation[],
  to: Schema,
): readonly RefreshMaterializedView[] {
  const filled = operations.filter(isFilledAlone);
  const gone = new Set(
    operations.flatMap((one) => (one.kind === 'dropMaterializedView' ? [nameKey(one.view)] : [])),
  );
  if (filled.length === 0 || gone.size === 0) return [];
  const reading = allDependents(
    filled.map(({ table }) => tableAddress(table)),
    to,
  );
  return operations.flatMap((operation): readonly RefreshMaterializedView[] => {
    if (operation.kind !== 'createMaterializedView') return [];
    const { view } = operation;
    const address = { kind: 'materializedView', schema: view.schema, name: view.name } as const;
    return gone.has(nameKey(view)) && reading.has(addressKey(address))
      ? [{ kind: 'refreshMaterializedView', view, isWayBack: false }]
      : [];
  });
}

/** Whether the rows get their value outside the transaction of the rest. */
function isFilledAlone(operation: Operation): operation is SetNotNull {
  return operation.kind === 'setNotNull' && operation.fill !== null && operation.provenBy !== undefined;
}

/** What stands on the things, or on what stands on them. */
function allDependents(things: readonly ObjectAddress[], schema: Schema): ReadonlySet<string> {
  const dependents = dependentsByKey(dependencyEdges(schema));
  const found = new Set<string>();
  const open = [...things];
  for (let thing = open.pop(); thing !== undefined; thing = open.pop()) {
    for (const dependent of dependents.get(addressKey(thing)) ?? []) {
      const key = addressKey(dependent);
      if (found.has(key)) continue;
      found.add(key);
      open.push(dependent);
    }
  }
  return found;
}
