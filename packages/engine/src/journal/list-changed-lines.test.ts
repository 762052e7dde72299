import { listChangedLines } from './list-changed-lines';

test.each([
  ['a\nb\nc', 'a\nb\nc', []],
  ['a\nb\nc', 'a\nx\nc', ['- b', '+ x']],
  ['a\nb', 'a\nb\nc', ['+ c']],
  ['a\nb\nc', 'a', ['- b', '- c']],
  ['a\nb\nc\nd', 'b\nc\ne\nd', ['- a', '+ e']],
])('%j to %j', (from, to, changed) => {
  expect(listChangedLines(from, to)).toEqual(changed);
});
