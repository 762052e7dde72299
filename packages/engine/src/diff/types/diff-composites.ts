import { columnAddress } from '../../schema/dependency-edges';
import { nameKey, nameOnly } from '../../schema/name-key';
import { same, sameBut } from '../../schema/same';
import type { CompositeType } from '../../schema/user-type';
import type { Change, DiffContext } from '../change';
import { diffComment } from '../diff-comment';
import { diffEach } from '../diff-each';
import { pairUp } from '../pair-up';
import { exchangeType } from './exchange-type';

export function diffComposites({ from, to }: DiffContext): readonly Change[] {
  return diffEach(from.composites, to.composites, {
    key: nameKey,
    drop: (type) => ({ kind: 'dropComposite', type }),
    create: (type) => ({ kind: 'createComposite', type }),
    change: diffComposite,
  });
}

function diffComposite(from: CompositeType, to: CompositeType): readonly Change[] {
  const type = nameOnly(to);
  const { gone, kept, added } = pairUp(from.attributes, to.attributes, ({ name }) => name);
  // An attribute is added behind the others, on the way back too.
  const reached = [...kept.map((pair) => pair.to.name), ...added.map(({ name }) => name)];
  const wanted = to.attributes.map(({ name }) => name);
  const comesBack = same(
    [...kept.map((pair) => pair.from.name), ...gone.map(({ name }) => name)],
    from.attributes.map(({ name }) => name),
  );
  if (!same(reached, wanted) || !comesBack)
    return [exchangeType('type', type, 'its attributes stand in another order')];
  if (kept.some((pair) => !sameBut(pair.from, pair.to, 'comment'))) {
    return [exchangeType('type', type, 'the type of an attribute differs')];
  }
  return [
    ...gone.map((attribute): Change => ({ kind: 'dropAttribute', type, attribute })),
    ...added.map((attribute): Change => ({ kind: 'addAttribute', type, attribute })),
    ...kept.flatMap((pair) =>
      diffComment(columnAddress(type, pair.to.name), pair.from.comment, pair.to.comment),
    ),
    ...diffComment({ kind: 'composite', ...type }, from.comment, to.comment),
  ];
}
