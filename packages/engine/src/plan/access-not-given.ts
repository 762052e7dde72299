import { keepAccess } from '../diff/keep-access';
import { type Accessible, displayTarget, giveAccess } from '../operations/give-access';
import type { Operation } from '../operations/operation';
import type { Access } from '../schema/access';

/** What somebody gave in the database in use, no migration did, and is gone with what is made again: a line each. */
export function accessNotGiven(operations: readonly Operation[], live: readonly Access[]): readonly string[] {
  const inUse = keepAccess(operations, live);
  return operations.flatMap((operation, index) => {
    const known = inUse[index];
    if (known === undefined || known === operation || !/^(create|add|rebuild)/.test(operation.kind))
      return [];
    const given = new Set(statementsOf(operation));
    return accessOf(known).flatMap(({ on, granted, revoked }) =>
      statementsOf({ access: [{ on, owner: null, granted, revoked }] })
        .filter((statement) => !given.has(statement))
        .map(
          (statement) => `${displayTarget(on)} is made again without what no migration gave: ${statement}`,
        ),
    );
  });
}

function statementsOf(accessible: Operation | Accessible): readonly string[] {
  return giveAccess(accessOf(accessible)).map(({ sql }) => sql);
}

function accessOf(accessible: Operation | Accessible): readonly Access[] {
  return 'access' in accessible && accessible.access !== undefined ? accessible.access : [];
}
