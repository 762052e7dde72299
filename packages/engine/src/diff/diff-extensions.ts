import type { Change, DiffContext } from './change';
import { diffEach, ownName } from './diff-each';

export function diffExtensions({ from, to }: DiffContext): readonly Change[] {
  return diffEach(from.extensions, to.extensions, {
    key: ownName,
    drop: (extension) => ({ kind: 'dropExtension', extension }),
    create: (extension) => ({ kind: 'createExtension', extension }),
    change: (before, { name, schema }) =>
      before.schema === schema
        ? []
        : [{ kind: 'moveToSchema', object: 'extension', name, from: before.schema, to: schema }],
  });
}
