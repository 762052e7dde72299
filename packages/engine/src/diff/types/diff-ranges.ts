import { nameKey, nameOnly } from '../../schema/name-key';
import { sameBut } from '../../schema/same';
import type { Change, DiffContext } from '../change';
import { diffComment } from '../diff-comment';
import { diffEach } from '../diff-each';
import { exchangeType } from './exchange-type';

export function diffRanges({ from, to }: DiffContext): readonly Change[] {
  return diffEach(from.ranges, to.ranges, {
    key: nameKey,
    drop: (type) => ({ kind: 'dropRange', type }),
    create: (type) => ({ kind: 'createRange', type }),
    change: (before, after) =>
      sameBut(before, after, 'comment')
        ? diffComment({ kind: 'range', ...nameOnly(after) }, before.comment, after.comment)
        : [exchangeType('range type', nameOnly(after), 'its definition differs')],
  });
}
