import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createProject, type Project } from './project';

let project: Project;
beforeEach(async () => {
  project = await createProject();
  mkdirSync(join(project.root, 'node_modules'), { recursive: true });
  setUp();
});
afterEach(() => project.dispose());

/** The settings: they print what `said.ts` exports, after something else. */
function setUp(before = ''): void {
  project.write(
    'retort.config.ts',
    `${before}
const { said } = require('./said');
console.error(said);
export default { dataSource: async () => ({ entities: [] }), migrations: 'src/versions' };
`,
  );
}

/** Where the project's modules are kept. */
function folder(): string {
  return join(project.root, 'node_modules', '.cache', 'retort', 'typescript');
}

function kept(): { readonly all: string; readonly late: string } {
  const [name = ''] = readdirSync(folder()).filter(
    (entry) => /^v\d.*-[^-]+$/.test(entry) && !/late$/.test(entry),
  );
  return { all: join(folder(), name), late: join(folder(), `${name}-late`) };
}

async function run(environment: Readonly<Record<string, string>> = {}): Promise<object> {
  const finished = await project.run(['status'], environment);
  return { ...finished, stderr: finished.stderr.replace(/^\(node:\d+\)/gm, '(node)') };
}

/** Runs a command as Node loads it, and then from what is kept: with what was kept before, and with what is kept now. */
async function expectAsNode(): Promise<object> {
  const expected = await run({ NODE_DISABLE_COMPILE_CACHE: '1' });
  for (let time = 0; time < 3; time++) expect(await run()).toEqual(expected);
  return expected;
}

test('a source that is another, of the same length, is what runs', async () => {
  for (const word of ['one', 'two', 'one']) {
    project.write('said.ts', `export const said: string = '${word}';\n`);
    expect(await expectAsNode()).toMatchObject({ exitCode: 0, stderr: `${word}\n` });
  }
});

test('what is found first beside a source is what a module gets, as the files are now', async () => {
  project.write('said.ts', "import { part } from './part';\nexport const said: string = part;\n");
  project.write('part.ts', "export const part: string = 'of TypeScript';\n");
  project.write('part.test.ts', "throw new Error('a test');\n");
  expect(await expectAsNode()).toMatchObject({ stderr: 'of TypeScript\n' });
  project.write('part/index.ts', "export const part: string = 'of a folder';\n");
  expect(await expectAsNode()).toMatchObject({ stderr: 'of TypeScript\n' });
  project.write('part.js', "exports.part = 'of JavaScript';\n");
  expect(await expectAsNode()).toMatchObject({ stderr: 'of JavaScript\n' });
  project.remove('part.js');
  project.remove('part.ts');
  expect(await expectAsNode()).toMatchObject({ stderr: 'of a folder\n' });
});

test('what is imported as JavaScript is TypeScript as long as there is no JavaScript', async () => {
  project.write('said.ts', "import { part } from './part.js';\nexport const said: string = part;\n");
  project.write('part.ts', "export const part: string = 'of TypeScript';\n");
  expect(await expectAsNode()).toMatchObject({ stderr: 'of TypeScript\n' });
  project.write('part.js', "exports.part = 'of JavaScript';\n");
  expect(await expectAsNode()).toMatchObject({ stderr: 'of JavaScript\n' });
});

test('a source in whose place a link comes is the one that it leads to', async () => {
  project.write('said.ts', "import { part } from './part';\nexport const said: string = part;\n");
  project.write('part.ts', "export const part: string = require('node:path').basename(__filename);\n");
  expect(await expectAsNode()).toMatchObject({ stderr: 'part.ts\n' });
  renameSync(join(project.root, 'part.ts'), join(project.root, 'other.ts'));
  symlinkSync('other.ts', join(project.root, 'part.ts'));
  expect(await expectAsNode()).toMatchObject({ stderr: 'other.ts\n' });
});

test('sources that import each other, and any letter, are as with Node', async () => {
  project.write(
    'said.ts',
    "import { word } from './word';\nexport const before = 'ж€ß';\nexport const said = word();\nexport class Said {}\n",
  );
  project.write(
    'word.ts',
    "import * as all from './said';\nexport const word = (): string => [all.before, typeof all.Said, Object.keys(all)].join();\n",
  );
  expect(await expectAsNode()).toMatchObject({ exitCode: 0 });
});

test('an error is told at the line of the source, each time', async () => {
  project.write(
    'said.ts',
    "interface Unseen {\n  a: string;\n}\n\nexport const said: Unseen | string = fail();\n\nfunction fail(): string {\n  throw new Error('no word');\n}\n",
  );
  expect(await expectAsNode()).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('said.ts:8:9'),
  });
});

test('one that does not compile is told, and what it was before does not run', async () => {
  project.write('said.ts', "export const said = 'one';\n");
  await expectAsNode();
  project.write('said.ts', "export const said = 'one;\n");
  expect(await expectAsNode()).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('said.ts') });
});

test.each([
  [
    'wraps what is compiled',
    `const load = require.extensions['.ts']!;
require.extensions['.ts'] = (module: any, path: string) => {
  const compile = module._compile;
  module._compile = (text: string, of: string) => { module._compile = compile; module._compile(text.replace('word', 'hooked'), of); };
  load(module, path);
};`,
  ],
  [
    'compiles by itself',
    `require.extensions['.ts'] = (module: any, path: string) =>
  module._compile("exports.said = 'hooked';", path);`,
  ],
])('settings with something that %s are obeyed, and later without it too', async (_, hook) => {
  project.write('said.ts', "export const said = 'word';\n");
  await expectAsNode();
  setUp(hook);
  expect(await expectAsNode()).toMatchObject({ stderr: 'hooked\n' });
  setUp();
  expect(await expectAsNode()).toMatchObject({ stderr: 'word\n' });
});

test('after an edit, what did not change is not written again, until much has changed', async () => {
  const parts = Array.from({ length: 30 }, (_, part) => `part${part}`);
  const edit = (part: string, word: string) =>
    project.write(`${part}.ts`, `export const ${part} = '${word}';\n`);
  for (const part of parts) edit(part, 'one');
  project.write(
    'said.ts',
    `${parts.map((part) => `import { ${part} } from './${part}';`).join('\n')}\nexport const said = [${parts}].join('');\n`,
  );
  await run();
  const first = readFileSync(kept().all);
  expect(existsSync(kept().late)).toBe(false);
  edit('part3', 'two');
  await run();
  await expectAsNode();
  expect(readFileSync(kept().all).equals(first)).toBe(true);
  expect(readFileSync(kept().late).length).toBeLessThan(first.length / 5);
  for (const part of parts.slice(4)) edit(part, 'six');
  await expectAsNode();
  expect(readFileSync(kept().all).equals(first)).toBe(false);
  expect(existsSync(kept().late)).toBe(false);
});

test('what was damaged is read from the sources, and made again', async () => {
  project.write('said.ts', "export const said: string = 'whole';\n");
  await expectAsNode();
  const whole = readFileSync(kept().all);
  const damaged = Buffer.from(whole);
  damaged.fill(0, Math.floor(whole.length / 2));
  for (const bytes of [damaged, whole.subarray(0, 100), Buffer.alloc(0)]) {
    writeFileSync(kept().all, bytes);
    expect(await run()).toMatchObject({ exitCode: 0, stderr: 'whole\n' });
    expect(readFileSync(kept().all).equals(bytes) && !existsSync(kept().late)).toBe(false);
  }
});
