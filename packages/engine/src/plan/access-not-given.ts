import { keepAccess } from '../diff/keep-access';
import { less } from '../operations/change-access';
import { displayTarget, giveAccess } from '../operations/give-access';
import type { Operation } from '../operations/operation';
import { type Access, usualAccess } from '../schema/access';
import { addressKey } from '../schema/object-address';

/** What somebody gave in the database in use, no migration did, and is gone with what is made again: a line each. */
export function accessNotGiven(operations: readonly Operation[], live: readonly Access[]): readonly string[] {
  const inUse = keepAccess(operations, live);
  return operations.flatMap((operation, index) => {
    const known = inUse[index];
    if (known === undefined || known === operation || !/^(create|add|rebuild)/.test(operation.kind))
      return [];
    const given = new Map(accessOf(operation).map((access) => [addressKey(access.on), access]));
    return accessOf(known).flatMap(({ on, granted, revoked }) => {
      const other = given.get(addressKey(on)) ?? usualAccess;
      const lost = {
        on,
        owner: null,
        granted: less(granted, other.granted),
        revoked: less(revoked, other.revoked),
      };
      return giveAccess([lost]).map(
        ({ sql }) => `${displayTarget(on)} is made again without what no migration gave: ${sql}`,
      );
    });
  });
}

function accessOf(operation: Operation): readonly Access[] {
  return 'access' in operation && operation.access !== undefined ? operation.access : [];
}
