import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DefaultNamingStrategy } from 'typeorm';
import { DefaultNamingStrategy as OldestNamingStrategy } from 'typeorm-oldest';
import { createProject, finish, type Project } from './project';

const top = resolve(__dirname, '../../..');

let project: Project;
beforeEach(async () => {
  project = await createProject();
  link('apps/cli', 'pg');
  // Not TypeORM, although its folder has the name.
  project.write('node_modules/@nestjs/typeorm/index.js', '');
  project.write('node_modules/@nestjs/typeorm/package.json', '{ "version": "11.0.3" }');
  project.write(
    'src/data-source.cjs',
    `const { DataSource, EntitySchema } = require('typeorm');
require('@nestjs/typeorm');
const columns = { id: { type: 'integer', primary: true } };
exports.shop = new DataSource({
  type: 'postgres',
  url: process.env.POSTGRES_URL,
  entities: [new EntitySchema({ name: 'Odd', tableName: 'odd join', columns })],
});
`,
  );
  project.write(
    'retort.config.ts',
    `import { defineConfig } from 'retort';
export default defineConfig({
  dataSource: async () => (await import('./src/data-source.cjs')).shop,
  migrations: 'src/versions',
});
`,
  );
});
afterEach(() => project.dispose());

/** Puts a package that one of ours has into the project, under its name or another. */
function link(from: string, name: string, as = name, folder = ''): void {
  const path = join(project.root, folder, 'node_modules', as);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(realpathSync(join(top, from, 'node_modules', name)), path);
}

const prepare = () => project.run(['prepare', '--message', 'odd']);
const nameOf = (strategy: { primaryKeyName(table: string, columns: string[]): string }) =>
  strategy.primaryKeyName('odd join', ['id']);

test('what the models mean is what the TypeORM of the project means, not that of the command line', async () => {
  expect(nameOf(new OldestNamingStrategy())).not.toBe(nameOf(new DefaultNamingStrategy()));
  link('apps/cli', 'typeorm-oldest', 'typeorm');
  for (const command of ['prepare --message odd', 'migrate', 'check', 'verify']) {
    expect(await project.run(command.split(' '))).toMatchObject({ exitCode: 0, stderr: '' });
  }
  expect(project.read(`src/versions/${project.versions()[0]}`)).toContain(nameOf(new OldestNamingStrategy()));
  project.write(
    'log.cjs',
    `const { shop } = require('./src/data-source.cjs');
shop.initialize()
  .then(() => shop.driver.createSchemaBuilder().log())
  .then(({ upQueries }) => console.log(JSON.stringify(upQueries)))
  .finally(() => shop.destroy());
`,
  );
  const log = execFileSync(process.execPath, ['log.cjs'], {
    cwd: project.root,
    env: { ...process.env, POSTGRES_URL: project.url },
    encoding: 'utf8',
  });
  expect(log).toBe('[]\n');
});

test('so it is where the packages are installed from what is published, with no TypeORM of their own', async () => {
  for (const folder of ['apps/cli', 'packages/engine', 'packages/services']) install(folder);
  const bin = join(project.root, 'node_modules/retort/bin/retort.js');
  const env = { PATH: process.env.PATH, HOME: project.root, POSTGRES_URL: project.url };
  const run = () =>
    finish(spawn(process.execPath, [bin, 'prepare', '--message', 'odd'], { cwd: project.root, env }));
  project.remove('node_modules/typeorm');
  expect(await run()).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `error  This project has no TypeORM.
at     retort.config.ts
next   Install it there: npm install typeorm pg
`,
  });
  link('apps/cli', 'typeorm-oldest', 'typeorm');
  expect(await run()).toMatchObject({
    exitCode: 0,
    stderr: '',
    stdout: expect.stringContaining(nameOf(new OldestNamingStrategy())),
  });
});

test('a version that is not in the range is refused', async () => {
  rmSync(join(project.root, 'node_modules/typeorm'));
  project.write('node_modules/typeorm/index.js', '');
  project.write('node_modules/typeorm/package.json', '{ "version": "0.2.45" }');
  expect(await prepare()).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `error  This project has TypeORM 0.2.45, and retort works with ^0.3.20 and ^1.0.0.
at     node_modules/typeorm
next   Install one of those there: npm install typeorm@1
`,
  });
});

test('models that have another version than the settings are refused, unless the folder of the models is named', async () => {
  link('apps/cli', 'typeorm-oldest', 'typeorm', 'src');
  const [models, settings] = ['src', ''].map((folder) =>
    realpathSync(join(project.root, folder, 'node_modules/typeorm')),
  );
  const { version } = JSON.parse(project.read('node_modules/typeorm/package.json'));
  expect(await prepare()).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `error  The models use TypeORM 0.3.20, and beside the settings is TypeORM ${version}.
at     ${models} and ${settings}
next   Install that of the models beside retort.config.ts, or move that file to their package: npm install typeorm@0.3.20
`,
  });
  project.remove('src/models');
  project.write(
    'retort.config.ts',
    project.read('retort.config.ts').replace('migrations:', "models: 'src',\n  migrations:"),
  );
  expect(await prepare()).toMatchObject({ exitCode: 0, stderr: '' });
});

/** Unpacks what would be published into the project, beside the packages that it asks for. */
function install(folder: string): void {
  const pnpm = join(top, 'node_modules/.bin/pnpm');
  const options = { cwd: join(top, folder), encoding: 'utf8' } as const;
  const packed = execFileSync(pnpm, ['pack', '--json', '--pack-destination', project.root], options);
  const { name, filename }: { name: string; filename: string } = JSON.parse(packed);
  const target = join(project.root, 'node_modules', name);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', filename, '-C', target, '--strip-components=1']);
  const manifest: { dependencies: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(target, 'package.json'), 'utf8'),
  );
  const asked = Object.keys(manifest.dependencies).filter((name) => !name.startsWith('@retort/'));
  for (const name of asked) link(folder, name);
}
