import type { CommentTarget, SetComment } from '../operations/set-comment';

export function diffComment(
  on: CommentTarget,
  from: string | null,
  to: string | null,
): readonly SetComment[] {
  return from === to ? [] : [{ kind: 'setComment', on, from, to }];
}
