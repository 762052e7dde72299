import { nameKey, nameOnly } from '../../schema/name-key';
import { sameBut } from '../../schema/same';
import { type Change, type DiffContext, isDisplaced } from '../change';
import { diffComment } from '../diff-comment';
import { pairUp } from '../pair-up';

export function diffStatistics(context: DiffContext): readonly Change[] {
  const { gone, kept, added } = pairUp(context.from.statistics, context.to.statistics, nameKey);
  return [
    ...gone.map((statistics): Change => ({ kind: 'dropStatistics', statistics })),
    ...added.map((statistics): Change => ({ kind: 'createStatistics', statistics })),
    ...kept.flatMap(({ from, to }): readonly Change[] =>
      !sameBut(from, to, 'comment') || isDisplaced(context, { kind: 'statistics', ...nameOnly(from) })
        ? [
            { kind: 'dropStatistics', statistics: from },
            { kind: 'createStatistics', statistics: to },
          ]
        : diffComment({ kind: 'statistics', ...nameOnly(to) }, from.comment, to.comment),
    ),
  ];
}
