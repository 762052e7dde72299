import type { Operation } from '../operations/operation';
import { effectsOf } from '../operations/operation-effects';
import { addressKey, type ObjectAddress } from '../schema/object-address';
import { unmodelledKey } from '../schema/unmodelled';
import type { UnmodelledNeed } from '../schema/unmodelled-need';
import type { Unsupported } from './change';

/** Something that is not compared cannot be taken off and put back: where it stands in the way, it is named. */
export function refuseUnderUnmodelled(
  operations: readonly Operation[],
  needs: readonly UnmodelledNeed[],
): readonly Unsupported[] {
  if (needs.length === 0) return [];
  const disturbed = new Set(operations.flatMap(disturbs).map(addressKey));
  // With a table goes what is of some of its columns.
  const along = new Set(needsThatGoAlong(operations, needs).map(unmodelledKey));
  return needs
    .filter(
      (need) => !need.goesAlong && disturbed.has(addressKey(need.on)) && !along.has(unmodelledKey(need)),
    )
    .map(({ kind, name, on }) => ({
      kind: 'unsupported',
      what: `The ${kind} ${name} stands on ${place(on)}, which cannot change under it.`,
      write: `Write two migrations by hand around this change (make db-prepare MSG="…" MANUAL=1): one before it with ${wayOut(kind, name)}.`,
    }));
}

/** What Postgres drops in silence with what the operations drop. */
export function needsThatGoAlong(
  operations: readonly Operation[],
  needs: readonly UnmodelledNeed[],
): readonly UnmodelledNeed[] {
  const gone = new Set(operations.flatMap((operation) => effectsOf(operation).removes).map(addressKey));
  return needs.filter(({ on, goesAlong }) => goesAlong && gone.has(addressKey(on)));
}

function wayOut(kind: string, name: string): string {
  if (kind === 'table') return `ALTER TABLE ${name} NOT OF, one after it with ALTER TABLE ${name} OF …`;
  if (kind !== 'publication relation') return `DROP ${kind.toUpperCase()} …, one after it with CREATE …`;
  const [table, publication] = name.split(' in publication ');
  return `ALTER PUBLICATION ${publication} DROP TABLE ${table}, one after it with ALTER PUBLICATION ${publication} ADD TABLE ${table} …`;
}

/** What is gone, and what gets another type. */
function disturbs(operation: Operation): readonly ObjectAddress[] {
  const { removes, alters } = effectsOf(operation);
  switch (operation.kind) {
    case 'changeType':
    case 'changeTypes':
    case 'rebuildEnum':
    case 'rebuildDomain':
    case 'addAttribute':
    case 'dropAttribute':
      return [...removes, ...alters];
    default:
      return removes;
  }
}

function place(on: ObjectAddress): string {
  if ('relation' in on) return `${on.relation}.${on.name}`;
  return on.name;
}
