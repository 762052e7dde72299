import { splitAnswers } from './split-answers';

test.each([
  [['a.b=c d=e'], ['a.b=c', 'd=e']],
  [
    ['a=b', ' c=d '],
    ['a=b', 'c=d'],
  ],
  [['"My Table"."old name"=new next=one'], ['"My Table"."old name"=new', 'next=one']],
  [[''], []],
])('%j', (texts, answers) => {
  expect(splitAnswers(texts)).toEqual(answers);
});
