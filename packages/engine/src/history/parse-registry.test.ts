import { parseRegistry } from './parse-registry';
import { renderRegistry } from './render-registry';

const users = { timestamp: 1700000000000, slug: 'add_users', stem: '1700000000000_add_users' };
const tags = { timestamp: 1700000000001, slug: 'añadir_用户', stem: '1700000000001_añadir_用户' };
const written = renderRegistry([users, { ...tags, exportedName: 'default' }]);
const listed = [
  { stem: users.stem, exportedName: 'AddUsers1700000000000' },
  { stem: tags.stem, exportedName: 'default' },
];

test.each([
  ['as it is written', written],
  ['with other quotes, without semicolons', written.replaceAll("'", '"').replaceAll(';', '')],
  ['on one line', written.replaceAll('\n  ', ' ').replace(',\n]', ' ]')],
  ['with extensions', written.replaceAll(/(_[^']*)'/g, "$1.js'")],
  ['with comments', written.replaceAll('\n', ' // one\n/* two */\n')],
])('a registry is read off its text %s', (_how, text) => {
  expect(parseRegistry(text)).toEqual(listed);
});

test('an empty one too', () => {
  expect(parseRegistry(renderRegistry([]))).toEqual([]);
});

test.each([
  ['lists what it does not import', written.replace(/import .*\n/, '')],
  ['does something with its list', written.replace('];', '].reverse();')],
  ['imports from elsewhere', `import { x } from '../x';\n${written}`],
  ['renames what it imports', written.replace('{ AddUsers1700000000000 }', '{ A as AddUsers1700000000000 }')],
  ['holds more', `${written}\nconsole.log('x');`],
  ['is in conflict', written.replace('];', '<<<<<<< HEAD\n];')],
])('a registry that %s is left to its module', (_what, text) => {
  expect(text).not.toBe(written);
  expect(parseRegistry(text)).toBeUndefined();
});
