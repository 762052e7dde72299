import { expressionProblem } from './expression-problem';

test.each([
  ["'a; -- b' || $$ /* ; $$", null],
  ['coalesce(a, b)', null],
  ['ARRAY[a, b][1]', null],
  ['"odd ; name" + 1', null],
  ['1 -- x', 'an expression has no comment'],
  ['1 /* x */', 'an expression has no comment'],
  ['1; DROP TABLE t', "an expression has no ';'"],
  ['1, other = 2', "one expression is wanted, and ',' begins another"],
  ['1) + (2', "a ')' too many"],
  ['(a::int', 'a bracket is not closed'],
])('%s', (text, problem) => {
  expect(expressionProblem(text)).toBe(problem);
});
