import { splitAnswers } from './split-answers';

test.each([
  [['a.b=c d=e'], ['a.b=c', 'd=e']],
  [
    ['a=b', ' c=d '],
    ['a=b', 'c=d'],
  ],
  [['"My Table"."old name"=new next=one'], ['"My Table"."old name"=new', 'next=one']],
  [['a.b=c; d=e ; f="g; h"'], ['a.b=c', 'd=e', 'f="g; h"']],
  [['a.b=c,d=e, "f,g"=h'], ['a.b=c', 'd=e', '"f,g"=h']],
  [['drop-function:f(integer, text),drop-table:t'], ['drop-function:f(integer, text)', 'drop-table:t']],
  [['drop-column:t.a;'], ['drop-column:t.a;']],
  [[''], []],
])('%j', (texts, answers) => {
  expect(splitAnswers(texts)).toEqual(answers);
});
