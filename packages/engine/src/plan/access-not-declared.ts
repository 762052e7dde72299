import { less } from '../operations/change-access';
import { giveAccess } from '../operations/give-access';
import type { Operation } from '../operations/operation';
import { effectsOf } from '../operations/operation-effects';
import { type Access, usualAccess } from '../schema/access';
import { addressKey } from '../schema/object-address';

/** More make nobody wiser. */
const mostShown = 3;

/**
 * What migrations gave and the declared SQL, which gives other things, does not: its lines may have been deleted, and it
 * stays.
 */
export function accessNotDeclared(
  given: readonly Access[],
  declared: readonly Access[],
  operations: readonly Operation[],
): readonly string[] {
  if (declared.length === 0) return [];
  const gone = new Set(operations.flatMap((operation) => effectsOf(operation).removes).map(addressKey));
  const wanted = new Map(declared.map((access) => [addressKey(access.on), access]));
  const changed = new Map(
    operations.flatMap((one) => (one.kind === 'changeAccess' ? [[addressKey(one.on), one.to] as const] : [])),
  );
  const left = given
    .filter(({ on }) => !gone.has(addressKey(on)))
    .map(({ on, ...before }): Access => {
      const known = wanted.get(addressKey(on)) ?? usualAccess;
      const { owner, granted, revoked } = changed.get(addressKey(on)) ?? before;
      return {
        on,
        owner: known.owner === null ? owner : null,
        // Of what the owner had before, nothing is told apart any more.
        granted: less(granted, known.granted).filter(({ role }) => role !== known.owner),
        revoked: less(revoked, known.revoked),
      };
    });
  const statements = giveAccess(left).map(({ sql }) => sql);
  if (statements.length === 0) return [];
  const more = statements.length > mostShown ? `; and ${statements.length - mostShown} more` : '';
  return [
    `A migration gave what the declared SQL does not give; it stays until a migration by hand takes it: ${statements.slice(0, mostShown).join('; ')}${more}`,
  ];
}
