import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createProject, type Project } from './project';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.dispose());

test.each([
  [['status', '--nonsense'], "unknown option '--nonsense'"],
  [['nonsense'], "unknown command 'nonsense'"],
  [[], 'No command is given.'],
  [['migrate', '--plan', '--sql'], "option '--plan' cannot be used with option '--sql'"],
  [['migrate', '--plan', '--rehearse'], "option '--plan' cannot be used with option '--rehearse'"],
  [['downgrade', '--sql', '--rehearse'], "option '--sql' cannot be used with option '--rehearse'"],
  [
    ['prepare', '--manual', '--rename', 'a=b'],
    "option '--manual' cannot be used with option '--rename <answer...>'",
  ],
])('%j is no usage: --json prints one document', async (typed, what) => {
  const { exitCode, stdout } = await project.run([...typed, '--json']);
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    error: {
      what,
      at: ['retort', ...typed, '--json'].join(' '),
      next: ['nonsense', undefined].includes(typed[0])
        ? 'npx retort --help lists the commands'
        : `npx retort ${typed[0]} --help lists its options`,
      exitCode: 2,
    },
  });
  expect((await project.run([...typed, '--json-lines'])).stdout.trim().split('\n')).toHaveLength(1);
});

describe('the command line', () => {
  test.each([
    [['nonsense'], "unknown command 'nonsense'", 'npx retort --help lists the commands'],
    [['status', '--nonsense'], "unknown option '--nonsense'", 'npx retort status --help lists its options'],
    [
      ['migrate', '--to'],
      "option '--to <target>' argument missing",
      'npx retort migrate --help lists its options',
    ],
    [
      ['prepare', 'add', 'my table'],
      "too many arguments for 'prepare'. Expected 0 arguments but got 2.",
      "If that is its message: npx retort prepare --message 'add my table'",
    ],
  ])('%j', async (parameters, what, next) => {
    expect(await project.run(parameters)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  ${what}\nat     retort ${parameters.join(' ')}\nnext   ${next}\n`,
    });
  });

  test('two targets', async () => {
    expect(await project.run(['migrate', 'head', '--to', '+1'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  Two targets are given: head and +1.
at     npx retort migrate head --to +1
next   Give one: npx retort migrate --to +1
`,
    });
  });

  test.each(['baseline', 'prepare'])('the data source names another table: %s', async (command) => {
    project.write(
      'retort.config.ts',
      project.read('retort.config.ts').replace('({ entities', "({ migrationsTableName: 'done', entities"),
    );
    expect(await project.run([command, '--message', 'first'])).toMatchObject({
      exitCode: 2,
      stderr: `error  The data source and retort.config.ts disagree on migrationsTable: done and migrations.
at     retort.config.ts
next   Set it there: migrationsTable: 'done'
`,
    });
    expect(readdirSync(join(project.root, 'src'))).not.toContain('versions');
  });

  test('a target that is none', async () => {
    expect(await project.run(['downgrade', '--to', 'first'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  The target "first" cannot be reached: no migration has that name or begins with it.
at     npx retort downgrade --to
next   Use base, -N, or a name that this prints: npx retort history
`,
    });
  });

  test('settings with every problem at once', async () => {
    project.write('retort.config.ts', 'export default { migrations: 3, model: "x" };\n');
    const { exitCode, stderr } = await project.run(['status']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('dataSource must be a function');
    expect(stderr).toContain('migrations must be the path of the folder of the migrations');
    expect(stderr).toContain('there is no setting model');
  });

  test('help tells the options of a command in either form, and is no wider than a terminal', async () => {
    const inFront = await project.run(['help', 'migrate']);
    expect(inFront).toMatchObject({ exitCode: 0, stderr: '' });
    expect(inFront.stdout).toContain('--rehearse');
    expect((await project.run(['migrate', '--help'])).stdout).toBe(inFront.stdout);
    expect((await project.run(['migrate', '--nonsense'])).exitCode).toBe(2);
    expect((await project.run(['nonsense'])).exitCode).toBe(2);
    const { stdout } = await project.run(['--help']);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  const settings = "{ dataSource: async () => ({ entities: [] }), migrations: 'src/versions' }";
  test.each([
    ['mts', `import { defineConfig } from 'retort';\nexport default defineConfig(${settings});`],
    ['cts', `export default ${settings} as const;`],
    ['js', `module.exports = ${settings};`],
    ['cjs', `module.exports = require('retort').defineConfig(${settings});`],
    ['cjs', `exports.default = ${settings};`],
    ['mjs', `import { defineConfig } from 'retort';\nexport default defineConfig(${settings});`],
  ])('settings may be in retort.config.%s', async (extension, text) => {
    project.remove('retort.config.ts');
    project.write(`retort.config.${extension}`, text);
    expect(await project.run(['status'])).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('no settings at all', async () => {
    project.remove('retort.config.ts');
    const { exitCode, stderr } = await project.run(['status']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error  There is no retort.config.ts.');
  });

  test('a database that is not local is dropped only when its name is typed', async () => {
    const url = 'postgres://user:hush@db.example.invalid/shop';
    for (const [flags, what] of [
      [[], 'The database shop is not on this machine, so it is dropped only when its name is typed.'],
      [['--confirm', 'store'], 'The name that was typed is store, and the database is shop.'],
    ] as const) {
      expect(await project.run(['wipe', ...flags], { POSTGRES_URL: url })).toEqual({
        exitCode: 6,
        stdout: '',
        stderr: `error  ${what}
at     db.example.invalid:5432/shop
next   To drop it with everything in it: npx retort wipe --confirm shop
`,
      });
    }
  });
});
