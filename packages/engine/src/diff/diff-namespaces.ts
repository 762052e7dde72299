import type { Change, DiffContext } from './change';
import { diffComment } from './diff-comment';
import { pairUp } from './pair-up';

export function diffNamespaces({ from, to }: DiffContext): readonly Change[] {
  const { gone, kept, added } = pairUp(from.namespaces, to.namespaces, ({ name }) => name);
  return [
    ...gone.map((namespace): Change => ({ kind: 'dropSchema', namespace })),
    ...added.map((namespace): Change => ({ kind: 'createSchema', namespace })),
    ...kept.flatMap((pair) =>
      diffComment({ kind: 'namespace', name: pair.to.name }, pair.from.comment, pair.to.comment),
    ),
  ];
}

export function diffExtensions({ from, to }: DiffContext): readonly Change[] {
  const { gone, kept, added } = pairUp(from.extensions, to.extensions, ({ name }) => name);
  return [
    ...gone.map((extension): Change => ({ kind: 'dropExtension', extension })),
    ...added.map((extension): Change => ({ kind: 'createExtension', extension })),
    ...kept.flatMap((pair): readonly Change[] =>
      pair.from.schema === pair.to.schema
        ? []
        : [
            {
              kind: 'moveToSchema',
              object: 'extension',
              name: pair.to.name,
              from: pair.from.schema,
              to: pair.to.schema,
            },
          ],
    ),
  ];
}
