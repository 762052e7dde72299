import { splitExpressions } from './split-expressions';

test.each([
  [["users.name='a b'; users.age=1"], ["users.name='a b'", 'users.age=1']],
  [['users.name=1\n shop.users.age=2;\n'], ['users.name=1', 'shop.users.age=2']],
  [["users.name='x; users.age=2'"], ["users.name='x; users.age=2'"]],
  [["users.name='it''s; so'"], ["users.name='it''s; so'"]],
  [['users.name=$a$; users.age=2$a$; users.age=3'], ['users.name=$a$; users.age=2$a$', 'users.age=3']],
  [['users.ok=(CASE WHEN users.age=3 THEN 1 END)'], ['users.ok=(CASE WHEN users.age=3 THEN 1 END)']],
  [['users.ok=age > 3 AND users.age < 9'], ['users.ok=age > 3 AND users.age < 9']],
  [
    ['users.a=1', 'users.b=2'],
    ['users.a=1', 'users.b=2'],
  ],
  [['  users.a=1 '], ['users.a=1']],
  [[''], []],
])('%j', (texts, answers) => {
  expect(splitExpressions(texts, '--backfill')).toEqual(answers);
});

test.each([
  ["users.name='a' users.age=1", 'users.age='],
  ['users.name=1 shop.users.age=2', 'shop.users.age='],
  ['users.name=1 "My Table"."a"=2', '"My Table"."a"='],
  ['mood.sad=unhappy mood.bad=worse', 'mood.bad='],
])('%s may be one answer or two: it is refused', (text, second) => {
  expect(() => splitExpressions([text], '--backfill')).toThrow(
    expect.objectContaining({
      kind: 'settings',
      message: `It cannot be told whether ${second} is a part of the expression before it or begins another answer.`,
      next: expect.stringContaining(`; ${second}`),
    }),
  );
});
