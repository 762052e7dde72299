import type { Operation, OperationKind } from '../operations/operation';
import { effectsOf } from '../operations/operation-effects';
import { type Access, type AccessTarget, isAccessTarget } from '../schema/access';
import { groupBy } from '../schema/group-by';
import { nameKey } from '../schema/name-key';
import { addressKey, type ObjectAddress } from '../schema/object-address';

/**
 * A drop takes the access of what it drops along, for the way back; what is made again in its place gets that access, so
 * that who could use it can.
 */
export function keepAccess(operations: readonly Operation[], known: readonly Access[]): readonly Operation[] {
  if (known.length === 0) return operations;
  const byKey = new Map(known.map((access) => [addressKey(access.on), access]));
  const found = ({ removes }: { readonly removes: readonly ObjectAddress[] }) =>
    removes.flatMap((address) => byKey.get(addressKey(address)) ?? []);
  const removed = operations.filter(isAccessible).flatMap((operation) => found(effectsOf(operation)));
  const gone = groupBy(removed, ({ on }) => placeKey(on));
  if (gone.size === 0) return operations;
  return operations.map((operation): Operation => {
    if (!isAccessible(operation)) return operation;
    const effects = effectsOf(operation);
    const access = new Map(
      [...found(effects), ...effects.creates.flatMap((address) => inPlaceOf(address, gone))].map(
        (one) => [addressKey(one.on), one] as const,
      ),
    );
    return access.size === 0 ? operation : { ...operation, access: [...access.values()] };
  });
}

const accessibleKinds = [
  'createTable',
  'dropTable',
  'createView',
  'dropView',
  'createMaterializedView',
  'dropMaterializedView',
  'createSequence',
  'dropSequence',
  'createRoutine',
  'dropRoutine',
  'addColumn',
  'dropColumn',
  'addSerial',
  'dropSerial',
  'createEnum',
  'dropEnum',
  'rebuildEnum',
  'rebuildDomain',
  'createDomain',
  'dropDomain',
  'createComposite',
  'dropComposite',
  'createRange',
  'dropRange',
  'createSchema',
  'dropSchema',
] as const satisfies readonly OperationKind[];

export type AccessibleOperation = Extract<Operation, { readonly kind: (typeof accessibleKinds)[number] }>;

export function isAccessible(operation: Operation): operation is AccessibleOperation {
  return accessibleKinds.some((kind) => kind === operation.kind);
}

/** What the new thing had as another: a view that was materialized, a routine that had other arguments. */
function inPlaceOf(address: ObjectAddress, gone: ReadonlyMap<string, readonly Access[]>): readonly Access[] {
  if (!isAccessTarget(address) || (address.kind === 'routine' && address.identityArguments === 'any'))
    return [];
  const before = gone.get(placeKey(address)) ?? [];
  // Of overloads it is not told which one this was.
  const [only] = before;
  return only === undefined || before.length > 1 ? [] : [{ ...only, on: address }];
}

/** The same for whatever stands in one place after another. */
function placeKey(on: AccessTarget): string {
  switch (on.kind) {
    case 'table':
    case 'view':
    case 'materializedView':
      return `relation ${nameKey(on)}`;
    case 'routine':
      return `routine ${nameKey(on)}`;
    case 'enum':
    case 'domain':
    case 'composite':
    case 'range':
      return `type ${nameKey(on)}`;
    case 'sequence':
    case 'column':
    case 'namespace':
      return addressKey(on);
  }
}
