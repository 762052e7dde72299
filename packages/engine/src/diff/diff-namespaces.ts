import type { Change, DiffContext } from './change';
import { diffComment } from './diff-comment';
import { diffEach, ownName } from './diff-each';

export function diffNamespaces({ from, to }: DiffContext): readonly Change[] {
  return diffEach(from.namespaces, to.namespaces, {
    key: ownName,
    drop: (namespace) => ({ kind: 'dropSchema', namespace }),
    create: (namespace) => ({ kind: 'createSchema', namespace }),
    change: (before, { name, comment }) => diffComment({ kind: 'namespace', name }, before.comment, comment),
  });
}
