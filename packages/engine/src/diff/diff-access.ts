import type { ChangeAccess, Given } from '../operations/change-access';
import { type Access, type Privilege, usualAccess } from '../schema/access';
import { addressKey } from '../schema/object-address';
import type { Schema } from '../schema/schema';

/**
 * What `to` gives that `from` does not. What only `from` gives stays: a migration written by hand gave it, and SQL that
 * says nothing of it does not mean that it goes.
 */
export function diffAccess(
  from: Pick<Schema, 'access'>,
  to: Pick<Schema, 'access'>,
): readonly ChangeAccess[] {
  const known = new Map(from.access.map((access) => [addressKey(access.on), access]));
  return to.access.flatMap((wanted): readonly ChangeAccess[] => {
    const { on, ...before } = known.get(addressKey(wanted.on)) ?? { on: wanted.on, ...usualAccess };
    return lacksAny(before, wanted)
      ? [{ kind: 'changeAccess', on, from: before, to: both(before, wanted) }]
      : [];
  });
}

function lacksAny(known: Given, wanted: Access): boolean {
  return (
    (wanted.owner !== null && wanted.owner !== known.owner) ||
    !wanted.granted.every((one) => known.granted.some((other) => isSame(one, other))) ||
    !wanted.revoked.every((one) => known.revoked.some((other) => isSame(one, other)))
  );
}

/** What is known, and what is wanted beside it. */
export function both(known: Given, wanted: Given): Given {
  return {
    owner: wanted.owner ?? known.owner,
    granted: [...without(known.granted, wanted.granted), ...wanted.granted],
    revoked: [...without(known.revoked, wanted.revoked), ...wanted.revoked],
  };
}

function without(known: readonly Privilege[], wanted: readonly Privilege[]): readonly Privilege[] {
  return known.filter(
    ({ role, privilege }) => !wanted.some((one) => one.role === role && one.privilege === privilege),
  );
}

function isSame(one: Privilege, other: Privilege): boolean {
  return one.role === other.role && one.privilege === other.privilege && one.grantable === other.grantable;
}
