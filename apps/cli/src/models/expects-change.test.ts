import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Project } from '../config/read-config';
import { expectsChange } from './expects-change';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'retort-cli-test-'));
  for (const folder of ['models/deep', 'sql', answers]) mkdirSync(join(root, folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const answers = 'node_modules/.cache/retort/postgres/desired';

function expects(config: Partial<Project['config']>): boolean {
  const project: Project = {
    root,
    configPath: join(root, 'retort.config.ts'),
    migrationsFolder: join(root, 'versions'),
    schemaFile: undefined,
    config: { dataSource: () => Promise.reject(new Error('not asked')), migrations: 'versions', ...config },
  };
  return expectsChange({ project });
}

function edited(path: string, atSecond: number): void {
  if (path.endsWith('.ts')) writeFileSync(join(root, path), '');
  utimesSync(join(root, path), atSecond, atSecond);
}

it.each([
  ['edited since, anywhere in the folder', { models: 'models' }, 20, 10, true],
  ['as they were', { models: 'models' }, 10, 20, false],
  ['not said to be anywhere', {}, 20, 10, false],
  ['in a folder that is not there', { models: 'elsewhere' }, 20, 10, false],
])('models that are %s', (_what, config, editedAt, answeredAt, expected) => {
  for (const folder of ['models', 'models/deep', 'sql']) edited(folder, 1);
  edited('models/deep/pet.ts', editedAt);
  edited('models/deep', 1);
  edited(answers, answeredAt);
  expect(expects(config)).toBe(expected);
});

it('a migration that is new since, as another branch brings it, is expected to change something too', () => {
  mkdirSync(join(root, 'versions'));
  for (const folder of ['models', 'models/deep', 'sql']) edited(folder, 1);
  edited(answers, 20);
  edited('versions/1700000000000_add_pets.ts', 10);
  edited('versions', 10);
  expect(expects({ models: 'models' })).toBe(false);
  edited('versions/1700000000000_add_pets.ts', 30);
  expect(expects({ models: 'models' })).toBe(true);
});

it('where nothing was ever answered, everything is new', () => {
  rmSync(join(root, 'node_modules'), { recursive: true });
  edited('models/deep/pet.ts', 10);
  expect(expects({ models: 'models' })).toBe(true);
});
