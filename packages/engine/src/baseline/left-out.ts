import { RetortError } from '../errors/retort-error';
import { displayTarget } from '../operations/give-access';
import type { Access } from '../schema/access';
import type { Schema } from '../schema/schema';
import type { Unmodelled } from '../schema/unmodelled';

/** What is not compared is left out, unless it is a part of what is. */
export function withoutUnmodelled(schema: Schema): {
  readonly to: Schema;
  readonly leftOut: readonly Unmodelled[];
} {
  const isPart = ({ kind }: Unmodelled) => kind === 'table constraint';
  return {
    to: { ...schema, unmodelled: schema.unmodelled.filter(isPart), unmodelledNeeds: [] },
    leftOut: schema.unmodelled.filter((object) => !isPart(object)),
  };
}

/** Where the rest cannot be had without what is left out, there is no first migration. */
export function needsLeftOut(leftOut: readonly Unmodelled[], error: unknown): unknown {
  if (!(error instanceof RetortError) || error.kind === 'interrupted') return error;
  const named = leftOut.map(({ kind, name }) => `the ${kind} ${name}`).join(', ');
  return new RetortError({
    what: `The database has what retort cannot write as a migration, and the rest could not be proven without it: ${named}.`,
    at: `${error.message}\n${error.at}`,
    next: 'Write the first migration by hand (make db-prepare MSG="baseline" MANUAL=1), then: retort stamp head',
    kind: 'refused',
    cause: error,
  });
}

export function noteOf({ kind, name }: Unmodelled): string {
  return `The ${kind} ${name} is not in it, since its kind is not compared: it stays as it is, and no other database gets it.`;
}

const shown = 3;

/** The roles may be of this database alone. */
export function privilegesNotGiven(access: readonly Access[]): readonly string[] {
  const given = access.filter(({ granted, revoked }) => granted.length + revoked.length > 0);
  if (given.length === 0) return [];
  const named = given.slice(0, shown).map(({ on }) => displayTarget(on));
  const rest = given.length > shown ? ` and ${given.length - shown} more` : '';
  return [
    `The privileges on ${named.join(', ')}${rest} are not in it: they stay as they are, and no other database gets them unless a migration written by hand says GRANT.`,
  ];
}
