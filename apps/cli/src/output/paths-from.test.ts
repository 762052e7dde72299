import { pathsFrom } from './paths-from';

test.each([
  ['/shop', '/shop', 'src/a.ts'],
  ['/shop/packages/core', '/shop', '../../src/a.ts'],
  ['/', '/shop', 'shop/src/a.ts'],
  ['/', '/', '/shop/src/a.ts'],
])('from %s a file of %s is %s', (from, root, said) => {
  const told = pathsFrom(from, () => root)("at /shop/src/a.ts, git checkout -- '/shop/src/a.ts'");
  expect(told).toBe(`at ${said}, git checkout -- '${said}'`);
});

test('what is elsewhere, and the root itself, stay as they are', () => {
  const text = '/shopping/a.ts and /shop';
  expect(pathsFrom('/shop', () => '/shop')(text)).toBe(text);
});
