import { identifier, join, literal, nothing, qualified, sql, trusted } from './sql';

test('a template joins fragments', () => {
  expect(sql`ALTER TABLE ${qualified('public', 'users')} DROP COLUMN ${identifier('name')}`.text).toBe(
    'ALTER TABLE "public"."users" DROP COLUMN "name"',
  );
});

test('a quote inside a name is doubled', () => {
  expect(identifier('we"ird').text).toBe('"we""ird"');
});

test.each([
  ["it's", "'it''s'"],
  ['a\\b', "E'a\\\\b'"],
  ["\\'", "E'\\\\'''"],
  [null, 'NULL'],
  [3, '3'],
  [true, 'true'],
])('literal(%j) is %s', (value, expected) => {
  expect(literal(value).text).toBe(expected);
});

test('a plain string is not SQL', () => {
  // @ts-expect-error only fragments may be interpolated
  expect(() => sql`SELECT ${'1; DROP TABLE users'}`.text).not.toThrow();
});

test('join leaves out what is empty', () => {
  expect(join([trusted('a'), nothing, trusted('b')], ' ').text).toBe('a b');
});
