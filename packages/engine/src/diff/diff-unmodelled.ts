import { unmodelledKey } from '../schema/unmodelled';
import type { DiffContext, Unsupported } from './change';

/** What is declared and has no operation must be written by hand; what only the history made is kept, by the caller. */
export function diffUnmodelled({ from, to }: DiffContext): readonly Unsupported[] {
  const made = new Set(from.unmodelled.map(unmodelledKey));
  return to.unmodelled
    .filter((object) => !made.has(unmodelledKey(object)))
    .map(({ kind, name }) => ({
      kind: 'unsupported',
      what: `The ${kind} ${name} is declared, and no migration makes it: Retort does not write objects of this kind.`,
      write: `Create it by hand, as it is declared: make db-prepare MSG="create ${kind} ${name.replaceAll('"', '')}" MANUAL=1`,
    }));
}
