import { columnAddress } from '../schema/dependency-edges';
import type { QualifiedName } from '../schema/qualified-name';
import { same } from '../schema/same';
import type { ViewColumn } from '../schema/view';
import type { Change } from './change';
import { diffComment } from './diff-comment';
import { pairUp } from './pair-up';

/** A view has its columns from its query: of one that stays, only comments can change. */
export function diffViewColumns(
  table: QualifiedName,
  from: readonly ViewColumn[],
  to: readonly ViewColumn[],
): readonly Change[] {
  return pairUp(from, to, ({ name }) => name).kept.flatMap((pair) =>
    diffComment(columnAddress(table, pair.to.name), pair.from.comment, pair.to.comment),
  );
}

export function sameViewColumns(from: readonly ViewColumn[], to: readonly ViewColumn[]): boolean {
  return same(from.map(columnShape), to.map(columnShape));
}

function columnShape({ name, type, collation, default: value }: ViewColumn) {
  return { name, type, collation, default: value };
}
