import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createProject, type Project } from './project';
import { queryRows } from './query-rows';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.dispose());

const settings = (dataSource: string) =>
  project.write(
    'retort.config.ts',
    `import { defineConfig } from 'retort';
export default defineConfig({ dataSource: async () => (${dataSource}) as never, migrations: 'src/versions' });
`,
  );
const prepare = () => project.run(['prepare', '--message', 'first']);

describe('what is no data source means no empty schema', () => {
  test.each([
    [
      "(await import('./src/models') as any).dataSource",
      'dataSource gives no options and no DataSource: undefined.',
      'Return what that file exports: is it named otherwise, or exported by default?',
    ],
    [
      'null',
      'dataSource gives null.',
      'Return what that file exports: is it named otherwise, or exported by default?',
    ],
    [
      "await import('./src/data-source')",
      'dataSource gives a module, and not what it exports: shop.',
      "Return its export: (await import('…')).shop",
    ],
    [
      "[(await import('./src/data-source')).shop]",
      'dataSource gives a list, and a project of ours has one data source.',
      'Return one of it, and write settings of its own for each other: npx retort --config FILE …',
    ],
    [
      "({ type: 'postgres' })",
      'The data source has no entities.',
      "List them there: entities: [User, …] — or a glob: entities: [__dirname + '/**/*.entity.{ts,js}']",
    ],
    [
      "({ type: 'mysql', entities: [] })",
      'The data source is for mysql, and migrations are for Postgres.',
      "Return the options of a data source of type 'postgres'.",
    ],
  ])('%s', async (given, what, next) => {
    project.write(
      'src/data-source.ts',
      "import { DataSource } from 'typeorm';\nexport const shop = new DataSource({ type: 'postgres', entities: [] });\n",
    );
    settings(given);
    expect(await prepare()).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  ${what}\nat     retort.config.ts\nnext   ${next}\n`,
    });
  });

  test('nor does a glob that finds nothing', async () => {
    settings("{ type: 'postgres', entities: ['elsewhere/*.ts'] }");
    expect(await prepare()).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('error  No entity is found by elsewhere/*.ts.\n'),
    });
  });
});

describe('what a tsconfig.json names is found', () => {
  const importing = (name: string) => {
    settings("{ entities: (await import('./src/all')).models }");
    project.write('src/all.ts', `export { models } from '${name}';\n`);
  };

  test.each([
    ['by paths', '@shop/models', { paths: { '@shop/*': ['./src/*'] } }],
    [
      'by paths, of a file that is imported as .js',
      '@shop/models/index.js',
      { paths: { '@shop/*': ['./src/*'] } },
    ],
    ['by baseUrl', 'src/models', { baseUrl: '.' }],
  ])('%s', async (_how, name, compilerOptions) => {
    project.write('tsconfig.json', JSON.stringify({ compilerOptions }));
    importing(name);
    expect(await prepare()).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('by paths that it extends, with comments, and at the top of a workspace', async () => {
    project.write(
      'tsconfig.base.json',
      `{ // shared\n "compilerOptions": { "paths": { "@shop/*": ["./src/*"], }, }, }`,
    );
    project.write('src/tsconfig.json', '{ "extends": "../tsconfig.base.json" }');
    importing('@shop/models');
    expect(await prepare()).toMatchObject({ exitCode: 0, stderr: '' });
    project.remove('tsconfig.json');
    settings("{ entities: (await import('@shop/models')).models }");
    expect(await prepare()).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('is already that of'),
    });
  });

  test('and what nobody has is told by the name that was written', async () => {
    project.write(
      'tsconfig.json',
      JSON.stringify({ compilerOptions: { paths: { '@shop/*': ['./src/*'] } } }),
    );
    importing('@shop/nothing');
    expect(await prepare()).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(
        /^error {2}retort\.config\.ts cannot be loaded: Cannot find module '@shop\/nothing'\n/,
      ),
    });
  });
});

test('the settings find what is installed elsewhere', async () => {
  project.remove('node_modules/retort');
  expect(await project.run(['status'])).toMatchObject({ exitCode: 0, stderr: '' });
});

test('types cannot be checked without TypeScript; it may be where the models are', async () => {
  mkdirSync(join(project.root, 'src/node_modules'));
  renameSync(
    join(project.root, 'node_modules/typescript'),
    join(project.root, 'src/node_modules/typescript'),
  );
  expect(await prepare()).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `error  This project has no TypeScript, with which typecheck of its settings could be done.
at     retort.config.ts
next   Install it there, or take typecheck out of the settings: npm install --save-dev typescript
`,
  });
  project.write('src/tsconfig.json', '{ "extends": "../tsconfig.json", "include": ["models"] }');
  project.write(
    'retort.config.ts',
    project.read('retort.config.ts').replace("'tsconfig.json'", "'src/tsconfig.json'"),
  );
  expect(await prepare()).toMatchObject({ exitCode: 0, stderr: '' });
});

test('doctor tells what is listed from what a glob finds', async () => {
  const models = async () => /^ok +models +(.*)$/m.exec((await project.run(['doctor'])).stdout)?.[1];
  expect(await models()).toBe('1 entity is registered');
  settings("{ entities: [__dirname + '/src/models/*.ts'] }");
  expect(await models()).toBe('found by src/models/*.ts');
});

test('entities that import each other are loaded, whichever comes first', async () => {
  const entity = (
    name: string,
    other: string,
  ) => `import { Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { ${other} } from './${other.toLowerCase()}';

@Entity()
export class ${name} {
  @PrimaryColumn({ type: 'integer' }) id!: number;
  @OneToOne(() => ${other}, { createForeignKeyConstraints: false }) @JoinColumn() other!: ${other};
}
`;
  project.write('src/models/cat.ts', entity('Cat', 'Dog'));
  project.write('src/models/dog.ts', entity('Dog', 'Cat'));
  for (const [first, second] of [
    ['Cat', 'Dog'],
    ['Dog', 'Cat'],
  ] as const) {
    const load = (name: string) => `(await import('./src/models/${name.toLowerCase()}')).${name}`;
    settings(`{ entities: [${load(first)}, ${load(second)}] }`);
    const { stderr, stdout } = await project.run(['prepare', '--message', `${first} first`, '--json']);
    expect(stderr).not.toContain('error');
    expect(JSON.parse(stdout)).toMatchObject({ outcome: first === 'Cat' ? 'written' : 'empty' });
  }
});

test('a database whose tables are in the schema of the settings is adopted', async () => {
  project.write(
    'retort.config.ts',
    project
      .read('retort.config.ts')
      .replace('({ entities', "({ schema: 'tenant', entities")
      .replace('migrations:', "schema: 'tenant',\n  migrations:"),
  );
  await queryRows(project.url, 'CREATE SCHEMA tenant');
  await queryRows(
    project.url,
    'CREATE TABLE tenant.users (id integer CONSTRAINT pk_users PRIMARY KEY, email text NOT NULL)',
  );
  for (const command of ['baseline', 'check', 'verify', 'prepare --message nothing', 'check']) {
    expect(await project.run(command.split(' '))).toMatchObject({ exitCode: 0, stderr: '' });
  }
  expect(project.versions()).toHaveLength(1);
});
