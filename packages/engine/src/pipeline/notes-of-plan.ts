import type { Desired } from '../desired/desired';
import { needsThatGoAlong } from '../diff/refuse-under-unmodelled';
import type { Operation } from '../operations/operation';
import type { Statement } from '../operations/statement';
import { accessNotDeclared } from '../plan/access-not-declared';
import { accessNotGiven } from '../plan/access-not-given';
import type { Live } from '../prove/with-live';
import type { Schema } from '../schema/schema';
import { unmodelledKey } from '../schema/unmodelled';
import type { UnmodelledNeed } from '../schema/unmodelled-need';
import type { Wish } from './read-wish';

/** What was left alone, or is lost without a consent: known before the plan is. */
export function notesOfWish(
  { from, operations, before, renames }: Wish,
  desired: Desired,
  live: Live,
): readonly string[] {
  return [
    ...desired.warnings,
    ...notCompared(from, desired.schema),
    ...goneAlong(operations, before.unmodelledNeeds),
    ...live.leftAlone,
    ...accessNotGiven(operations, live.access),
    // Under their new names they are known to the next plan.
    ...(renames.length > 0 ? [] : accessNotDeclared(from.access, desired.schema.access, operations)),
  ];
}

/** What a migration made and is of a kind that is not compared. */
function notCompared(from: Schema, declared: Schema): readonly string[] {
  const known = new Set(declared.unmodelled.map(unmodelledKey));
  return from.unmodelled
    .filter((object) => !known.has(unmodelledKey(object)))
    .map(
      ({ kind, name }) =>
        `The ${kind} ${name} was made by a migration, and its kind is not compared: left alone.`,
    );
}

/** What is not compared and is lost with something that is dropped: the way back does not know of it. */
function goneAlong(operations: readonly Operation[], needs: readonly UnmodelledNeed[]): readonly string[] {
  return needsThatGoAlong(operations, needs).map(
    ({ kind, name }) => `The ${kind} ${name} goes along, and the way back does not make it again.`,
  );
}

/** What the way back cannot bring back. */
export function lostOnTheWayBack(up: readonly Statement[]): readonly string[] {
  return up.flatMap(({ note }) => note?.split('\n') ?? []);
}
