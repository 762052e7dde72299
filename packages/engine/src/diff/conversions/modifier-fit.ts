import type { Conversion } from '../../operations/columns/change-type';
import type { DataType } from '../../schema/data-type';

/** Whether the one modifier that a type takes leaves at least as much room as before. */
export function widened(from: DataType, to: DataType): boolean {
  if (to.modifiers === null) return true;
  return from.modifiers !== null && Number(to.modifiers) >= Number(from.modifiers);
}

export function stringFit(from: DataType, to: DataType): Conversion['cost'] {
  if (from.base.name === 'bpchar' || to.base.name === 'bpchar') {
    return to.modifiers === null || widened(from, to) ? 'rewrite' : 'mayFail';
  }
  if (widened(from, to)) return 'free';
  return 'mayFail';
}

export function charFit(from: DataType, to: DataType): Conversion['cost'] {
  return widened(from, to) ? 'rewrite' : 'mayFail';
}

export function digitsLost(column: string, { text }: DataType): string {
  return `The digits of ${column} that ${text} has no place for are gone.`;
}
