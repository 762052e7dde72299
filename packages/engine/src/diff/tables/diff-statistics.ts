import { nameKey, nameOnly } from '../../schema/name-key';
import { sameBut } from '../../schema/same';
import { type Change, type DiffContext, isDisplaced } from '../change';
import { diffComment } from '../diff-comment';
import { diffEach } from '../diff-each';

export function diffStatistics(context: DiffContext): readonly Change[] {
  return diffEach(context.from.statistics, context.to.statistics, {
    key: nameKey,
    drop: (statistics) => ({ kind: 'dropStatistics', statistics }),
    create: (statistics) => ({ kind: 'createStatistics', statistics }),
    change: (from, to) => {
      const address = { kind: 'statistics', ...nameOnly(to) } as const;
      return !sameBut(from, to, 'comment') || isDisplaced(context, address)
        ? 'remake'
        : diffComment(address, from.comment, to.comment);
    },
  });
}
