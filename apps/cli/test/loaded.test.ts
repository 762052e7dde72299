import { join } from 'node:path';
import { createProject, migrationSource, type Project } from './project';

let project: Project;
beforeEach(async () => {
  project = await createProject();
  project.write(
    'retort.config.js',
    "exports.default = { dataSource: async () => ({ entities: [] }), migrations: 'src/versions' };\n",
  );
  project.remove('retort.config.ts');
  project.write(
    'at-exit.cjs',
    "process.on('exit', () => require('node:fs').appendFileSync('loaded.txt', Object.keys(require.cache).join('\\n') + '\\n'));",
  );
  write(0, ['CREATE TABLE users (id int)']);
  write(1, ['ALTER TABLE users ADD COLUMN age int']);
});
afterEach(() => project.dispose());

function write(number: number, up: readonly string[]): void {
  const timestamp = 1_700_000_000_000 + number;
  project.write(`src/versions/${timestamp}_m${number}.ts`, migrationSource(timestamp, up, ['SELECT 1']));
}

/** What a command loaded: packages by their names, the project's own files by their paths in it. */
async function loadedBy(command: string): Promise<readonly string[]> {
  project.write('loaded.txt', '');
  const NODE_OPTIONS = `--require ${join(project.root, 'at-exit.cjs')}`;
  expect(await project.run(command.split(' '), { NODE_OPTIONS })).toMatchObject({ exitCode: 0, stderr: '' });
  const paths = project.read('loaded.txt').trim().split('\n');
  const named = paths.map((path) =>
    path.startsWith(project.root)
      ? path.slice(project.root.length + 1)
      : (/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ??
        /(apps|packages)\/\w+/.exec(path)?.[0] ??
        path),
  );
  return [...new Set(named)].filter((name) => name !== 'at-exit.cjs').sort();
}

const heavy =
  /^(typeorm|pg|commander|@swc\/core|packages\/services|packages\/migrations|dotenv|src\/versions\/.*)$/;

test('--version loads nothing but itself', async () => {
  expect(await loadedBy('--version')).toEqual(['apps/cli']);
});

test('migrations that are statements are applied, told and undone without TypeORM, a compiler, or their modules', async () => {
  for (const command of ['migrate', 'migrate', 'status', 'history', 'downgrade --to -1', 'migrate --plan']) {
    const loaded = await loadedBy(command);
    expect(loaded).toContain('packages/engine');
    expect(loaded.filter((name) => heavy.test(name))).toEqual([]);
  }
});

test('one that is more than statements has TypeORM loaded, without the pg of the project, and only its own module; when it has run, neither', async () => {
  const timestamp = 1_700_000_000_002;
  const source = migrationSource(timestamp, ['SELECT 1'], []);
  project.write(`src/versions/${timestamp}_m2.ts`, source.replace('"SELECT 1"', '"SELECT $1::int", [1]'));
  const loaded = await loadedBy('migrate');
  expect(loaded.filter((name) => heavy.test(name))).toEqual([
    '@swc/core',
    `src/versions/${timestamp}_m2.ts`,
    'typeorm',
  ]);
  expect((await loadedBy('status')).filter((name) => heavy.test(name))).toEqual([]);
  expect((await loadedBy('migrate')).filter((name) => heavy.test(name))).toEqual([]);
});
