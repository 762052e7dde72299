import { routineAddress } from '../../schema/addresses';
import type { Routine } from '../../schema/routine';
import { sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';
import { describeRoutine } from './create-routine';

/** Exchanges the body, which keeps whatever depends on the routine. */
export interface ReplaceRoutine {
  readonly kind: 'replaceRoutine';
  readonly from: Routine;
  readonly to: Routine;
}

function renderReplaceRoutine({ to }: ReplaceRoutine): readonly Statement[] {
  return [statement(`Replace ${describeRoutine(to)}`, sql`CREATE OR REPLACE ${trusted(to.definition)}`)];
}

export const replaceRoutine: Definition<ReplaceRoutine, ReplaceRoutine> = {
  render: renderReplaceRoutine,
  reverse: turnRound,
  effects: (operation) => ({ alters: [routineAddress(operation.to)] }),
};
