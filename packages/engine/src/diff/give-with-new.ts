import type { ChangeAccess } from '../operations/change-access';
import type { Operation } from '../operations/operation';
import { effectsOf } from '../operations/operation-effects';
import type { Access } from '../schema/access';
import { addressKey } from '../schema/object-address';
import { both } from './diff-access';
import { type AccessibleOperation, isAccessible } from './keep-access';

/** What is made is given what it has together with it: the way back drops it, and takes nothing of it before. */
export function giveWithNew(operations: readonly Operation[]): readonly Operation[] {
  const given = new Map(
    operations.flatMap((operation) =>
      operation.kind === 'changeAccess' ? [[addressKey(operation.on), operation] as const] : [],
    ),
  );
  if (given.size === 0) return operations;
  const withNew = operations.map((operation): Operation => {
    if (!isAccessible(operation) || !/^(?:create|add)/.test(operation.kind)) return operation;
    const made = effectsOf(operation).creates.flatMap((address) => given.get(addressKey(address)) ?? []);
    for (const { on } of made) given.delete(addressKey(on));
    return made.length === 0 ? operation : { ...operation, access: accessWith(operation, made) };
  });
  const left = new Set<Operation>(given.values());
  return withNew.filter((operation) => operation.kind !== 'changeAccess' || left.has(operation));
}

function accessWith({ access = [] }: AccessibleOperation, made: readonly ChangeAccess[]): readonly Access[] {
  const byKey = new Map(access.map((one) => [addressKey(one.on), one]));
  for (const { on, to } of made) {
    const before = byKey.get(addressKey(on));
    byKey.set(addressKey(on), { on, ...(before === undefined ? to : both(before, to)) });
  }
  return [...byKey.values()];
}
