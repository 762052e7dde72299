import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findConfigProblems } from './find-config-problems';

const least = { dataSource: async () => ({ entities: [] }), migrations: 'src/versions' };

test('the least that there can be, and everything, are in order', () => {
  expect(findConfigProblems(least)).toEqual([]);
  const all = {
    ...least,
    models: 'a',
    sql: 'a',
    schemaFile: 'a',
    typecheck: 'a',
    migrationsTable: 'a',
    schema: 'a',
    lockTimeout: '3s',
    statementTimeout: '1min',
    minimumPostgres: 18,
    seed: undefined,
    format: () => ['cat'],
    beforeMigrate: () => {},
    afterEach: () => {},
    afterMigrate: () => {},
  };
  expect(findConfigProblems(all)).toEqual([]);
});

test.each([
  ['nothing', undefined, ['its default export must be the settings']],
  ['a list', [], ['its default export must be the settings']],
  [
    'no setting',
    {},
    [
      'dataSource must be a function that gives TypeORM options, like: async () => (await import(…)).entityOptions',
      'migrations must be the path of the folder of the migrations',
    ],
  ],
  [
    'settings of other types, and others',
    { ...least, models: 1, seed: 'x', minimumPostgres: Number.NaN, modles: 'a', toString: 'b' },
    [
      'models must be the path of the folder of the models',
      'seed must be a function',
      'minimumPostgres must be a number, like 18',
      'there is no setting modles, toString',
    ],
  ],
])('every problem is told of %s', (_what, value, problems) => {
  expect(findConfigProblems(value)).toEqual(problems);
});

test('the guide has a row for each setting, and for nothing else', () => {
  const [, fields = ''] =
    /interface RetortConfig \{\n([\s\S]*?)\n\}/.exec(textOf('./retort-config.ts')) ?? [];
  const [, rows = ''] =
    /\n\| setting .*\n\| -.*\n((?:\|.*\n)+)/.exec(textOf('../../../../docs/DATABASE.md')) ?? [];
  const named = rows
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
  const settings = [...fields.matchAll(/^ {2}readonly (\w+)/gm)].map(([, name]) => name);
  expect(settings).toContain('dataSource');
  expect(named.sort()).toEqual(settings.sort());
});

function textOf(path: string): string {
  return readFileSync(join(__dirname, path), 'utf8');
}
