import type { Access, AccessTarget, Privilege } from '../schema/access';
import type { Definition } from './definition';
import { changeOwner, giveAccess } from './give-access';
import type { Statement } from './statement';
import { turnRound } from './turn-round';

/**
 * Gives and takes privileges, and gives to another owner.
 *
 * @see https://www.postgresql.org/docs/current/ddl-priv.html
 */
export interface ChangeAccess {
  readonly kind: 'changeAccess';
  readonly on: AccessTarget;
  readonly from: Given;
  readonly to: Given;
}

export type Given = Omit<Access, 'on'>;

function renderChangeAccess(operation: ChangeAccess): readonly Statement[] {
  const { on, from, to } = operation;
  const gone = less(from.granted, to.granted);
  const revoked = less(to.revoked, from.revoked);
  const granted = [...less(to.granted, from.granted), ...less(from.revoked, to.revoked)];
  if (from.owner === to.owner)
    return giveAccess([{ on, owner: null, granted, revoked: [...gone, ...revoked] }]);
  const isNew = new Set(less(to.granted, from.granted));
  // With the owner goes whatever the old one had been given: it is given once more.
  const toOthers = to.granted.filter(
    (one) => one.role !== ownerOf(to) && (one.role === ownerOf(from) || isNew.has(one)),
  );
  return [
    ...giveAccess([{ on, owner: null, granted: less(from.revoked, to.revoked), revoked: gone }]),
    changeOwner(on, to.owner),
    ...giveAccess([{ on, owner: null, granted: toOthers, revoked }]),
  ];
}

function ownerOf({ owner }: Given): string {
  return owner ?? 'CURRENT_USER';
}

/** The privileges that are not among the others. */
export function less(some: readonly Privilege[], others: readonly Privilege[]): readonly Privilege[] {
  const keys = new Set(others.map(privilegeKey));
  return some.filter((one) => !keys.has(privilegeKey(one)));
}

function privilegeKey({ role, privilege, grantable }: Privilege): string {
  return JSON.stringify([role, privilege, grantable]);
}

export const changeAccess: Definition<ChangeAccess, ChangeAccess> = {
  render: renderChangeAccess,
  reverse: turnRound,
  effects: (operation) => ({ needs: [operation.on] }),
};
