import type { Effects } from './effects';
import type { Operation } from './operation';
import type { Statement } from './statement';

export type Render = (operation: Operation) => readonly Statement[];

/** All that there is to know of one kind of operation. */
export interface Definition<One, Reverse> {
  /** The statements that make the change, in order. `renderOther` is for an operation that holds others. */
  render(operation: One, renderOther: Render): readonly Statement[];
  /** What takes the operation back; reversing twice gives it again. */
  reverse(operation: One): Reverse;
  /** What the order of operations is found by; what is not said is nothing. */
  effects(operation: One): Partial<Effects>;
}
