import { asideName } from '../operations/aside-name';
import type { Operation } from '../operations/operation';
import { effectsOf } from '../operations/operation-effects';
import type { RenameObject } from '../operations/rename-object';
import { addressKey, type ObjectAddress } from '../schema/object-address';

/** Where renames wait for each other's names in a circle, one of them steps aside first. */
export function breakRenameCircles(operations: readonly Operation[]): readonly Operation[] {
  const renames = operations.filter(isRename);
  if (renames.length < 2) return operations;
  const bySource = new Map(renames.map((rename) => [lastKey(effectsOf(rename).frees), rename]));
  const settled = new Set<RenameObject>();
  const stepsAside = new Map<Operation, string>();
  // What moved to another schema may be there under such a name still.
  const taken = new Set(renames.map(({ from }) => from));
  const freeName = (circle: number): string =>
    taken.has(asideName(circle)) ? freeName(circle + 1) : asideName(circle);
  for (const rename of renames) {
    const path = new Set<RenameObject>();
    let next: RenameObject | undefined = rename;
    while (next !== undefined && !settled.has(next)) {
      settled.add(next);
      path.add(next);
      next = bySource.get(lastKey(effectsOf(next).takes));
    }
    if (next !== undefined && path.has(next)) {
      const name = freeName(1);
      taken.add(name);
      stepsAside.set(next, name);
    }
  }
  return operations.flatMap((operation) => {
    const aside = stepsAside.get(operation);
    return aside === undefined || !isRename(operation)
      ? [operation]
      : [
          { ...operation, to: aside },
          { ...operation, from: aside },
        ];
  });
}

function isRename(operation: Operation): operation is RenameObject {
  return operation.kind === 'renameObject';
}

/** What shares its names with other kinds has the shared one last. */
function lastKey(addresses: readonly ObjectAddress[]): string {
  return addresses.slice(-1).map(addressKey).join('');
}
