import { hidePasswords } from './hide-passwords';
import { showPosition } from './show-position';

describe('showPosition', () => {
  it.each([
    ['SELECT nam FROM users', 8, ['SELECT nam FROM users', '       ^']],
    ['\n  SELECT 1,\n\tnam\nFROM users\n', 15, ['  SELECT 1,', '\tnam', '\t^', 'FROM users']],
    ["SELECT '🚀🚀', nam", 14, ["SELECT '🚀🚀', nam", '               ^']],
    ['SELECT', 7, ['SELECT', '      ^']],
    ['SELECT\n', 99, ['SELECT', '      ^']],
    ['', 1, ['', '^']],
  ])('points into %j at %d', (statement, position, lines) => {
    expect(showPosition(statement, position)).toEqual(lines);
  });

  it('shows some lines around the place, of a statement of many', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 10}`);
    expect(showPosition(lines.join('\n'), 20 * 8 + 6)).toEqual([
      ...lines.slice(14, 20),
      'line 30',
      '     ^',
      'line 31',
      'line 32',
    ]);
  });

  it('shows a part of a long line', () => {
    const statement = `${'x'.repeat(300)} here ${'y'.repeat(300)}`;
    const [line = '', caret = '', ...rest] = showPosition(statement, 302);
    expect(line).toBe(`… ${'x'.repeat(74)} here ${'y'.repeat(20)} …`);
    expect(line.slice(caret.length - 1)).toMatch(/^here /);
    expect(rest).toEqual([]);
  });

  it('shows the beginning where the place is not known', () => {
    expect(showPosition('\nSELECT 1\n', undefined)).toEqual(['SELECT 1']);
    expect(showPosition('SELECT 1', Number.NaN)).toEqual(['SELECT 1']);
    const lines = Array.from({ length: 15 }, (_, index) => `line ${index}`);
    expect(showPosition(lines.join('\n'), undefined)).toEqual([...lines.slice(0, 12), '… (3 more lines)']);
  });
});

describe('hidePasswords', () => {
  it.each([
    [
      "ALTER ROLE ada PASSWORD 'it''s' VALID UNTIL 'now'",
      "ALTER ROLE ada PASSWORD '*****' VALID UNTIL 'now'",
    ],
    ["CREATE ROLE ada\n  ENCRYPTED password\n E'a\\'b'", "CREATE ROLE ada\n  ENCRYPTED password\n E'****'"],
    [
      "CREATE SUBSCRIPTION s CONNECTION 'host=a password=secret user=b'",
      "CREATE SUBSCRIPTION s CONNECTION 'host=a password=****** user=b'",
    ],
    ["SELECT dblink('postgres://ada:se:cret@b/c')", "SELECT dblink('postgres://ada:*******@b/c')"],
    ['SELECT password FROM users', 'SELECT password FROM users'],
  ])('hides what %j tells', (statement, shown) => {
    expect(hidePasswords(statement)).toBe(shown);
  });
});
