import { columnAddress } from '../../schema/dependency-edges';
import { nameKey, nameOnly } from '../../schema/name-key';
import type { CompositeType } from '../../schema/user-type';
import type { Change, DiffContext } from '../change';
import { diffComment } from '../diff-comment';
import { diffEach } from '../diff-each';
import { pairUp } from '../pair-up';
import { exchangeType } from './exchange-type';
import { attributesDiffer, isCompositeRemade } from './remade-composites';

export function diffComposites(context: DiffContext): readonly Change[] {
  return diffEach(context.from.composites, context.to.composites, {
    key: nameKey,
    drop: (type) => ({ kind: 'dropComposite', type }),
    create: (type) => ({ kind: 'createComposite', type }),
    change: (from, to) => diffComposite(context, from, to),
  });
}

function diffComposite(context: DiffContext, from: CompositeType, to: CompositeType): readonly Change[] {
  const type = nameOnly(to);
  if (isCompositeRemade(from, to, context)) {
    return [
      { kind: 'dropComposite', type: from },
      { kind: 'createComposite', type: to },
    ];
  }
  const because = attributesDiffer(from, to);
  if (because !== null) return [exchangeType('type', type, because)];
  const { gone, kept, added } = pairUp(from.attributes, to.attributes, ({ name }) => name);
  return [
    ...gone.map((attribute): Change => ({ kind: 'dropAttribute', type, attribute })),
    ...added.map((attribute): Change => ({ kind: 'addAttribute', type, attribute })),
    ...kept.flatMap((pair) =>
      diffComment(columnAddress(type, pair.to.name), pair.from.comment, pair.to.comment),
    ),
    ...diffComment({ kind: 'composite', ...type }, from.comment, to.comment),
  ];
}
