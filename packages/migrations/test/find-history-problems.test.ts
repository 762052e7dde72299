import { findHistoryProblems } from './find-history-problems';

const files = ['1700000000001_add_users.ts', '1700000000002_add_2fa.ts'];
const migration = (name: string, className = name) => ({ className, name });
const registered = [migration('AddUsers1700000000001'), migration('Add2fa1700000000002')];

it('finds nothing in a history that is in order', () => {
  expect(findHistoryProblems({ files, registered })).toEqual([]);
});

it.each([
  [
    'a file that is not registered',
    { registered: registered.slice(0, 1) },
    ['1700000000002_add_2fa.ts: is not in versions/index.ts'],
  ],
  ['a class without a file', { files: files.slice(0, 1) }, ['Add2fa1700000000002: has no file']],
  [
    'another order',
    { registered: [...registered].reverse() },
    ['AddUsers1700000000001: comes after 1700000000002'],
  ],
  [
    'the same twice',
    { registered: [...registered, ...registered.slice(1)] },
    ['Add2fa1700000000002: comes after 1700000000002'],
  ],
  [
    'a class in the file of another',
    { files: ['1700000000001_add_user.ts', ...files.slice(1)] },
    ['AddUsers1700000000001: is in 1700000000001_add_user.ts'],
  ],
  [
    'a class that has the name of another',
    { registered: [migration('AddUsers1700000000001', 'AddUsers'), ...registered.slice(1)] },
    ['AddUsers: its name is AddUsers1700000000001'],
  ],
  [
    'a file that is called otherwise',
    { files: [...files, 'add_more.ts'] },
    ['add_more.ts: is not called <13-digit timestamp>_<slug>.ts'],
  ],
])('finds %s', (_what, change, problems) => {
  expect(findHistoryProblems({ files, registered, ...change })).toEqual(problems);
});
