import { splitStatements } from './split-statements';

test.each([
  ['DROP TABLE a; -- why\nDROP TABLE b;', ['DROP TABLE a', 'DROP TABLE b']],
  ["SELECT 'DROP TABLE b; it''s'", ["SELECT ''"]],
  ["SELECT E'it\\'s; DROP TABLE b', U&'x;'", ["SELECT '', U&''"]],
  ['CREATE FUNCTION f() AS $body$ DELETE FROM a; $$ $body$', ["CREATE FUNCTION f() AS ''"]],
  ['/* a /* nested */ ; */ SELECT\n\t1', ['SELECT 1']],
  ['ALTER TABLE "a;b""c" ADD d int', ['ALTER TABLE "a;b""c" ADD d int']],
  ['SELECT $1, a$b$c', ['SELECT $1, a$b$c']],
  ["SELECT 'not ended; DROP TABLE a", ["SELECT ''"]],
  [' ; ;; ', []],
])('%s', (sql, statements) => {
  expect(splitStatements(sql)).toEqual(statements);
});

test.each(["'", "E'", '"'])('megabytes behind %s are one token', (quote) => {
  const text = `SELECT ${quote}${'x'.repeat(12_000_000)}${quote.slice(-1)}; SELECT 2`;
  expect(splitStatements(text)).toHaveLength(2);
});
