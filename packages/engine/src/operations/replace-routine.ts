import type { Routine } from '../schema/routine';
import { trusted } from '../sql/sql';
import { describeRoutine } from './create-routine';
import { type Statement, statement } from './statement';

/** Exchanges the body, which keeps whatever depends on the routine. */
export interface ReplaceRoutine {
  readonly kind: 'replaceRoutine';
  readonly from: Routine;
  readonly to: Routine;
}

export function renderReplaceRoutine({ to }: ReplaceRoutine): readonly Statement[] {
  return [statement(`Replace ${describeRoutine(to)}`, trusted(to.definition))];
}

export function reverseReplaceRoutine({ kind, from, to }: ReplaceRoutine): ReplaceRoutine {
  return { kind, from: to, to: from };
}
