import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { createProject, type Project } from './project';

let project: Project;
let folder: string;
beforeEach(async () => {
  project = await createProject();
  folder = join(project.root, 'compiled');
  project.remove('retort.config.ts');
  project.write(
    'retort.config.js',
    "console.error(require('said'));\nexports.default = { dataSource: async () => ({ entities: [] }), migrations: 'src/versions' };\n",
  );
  say('one');
});
afterEach(() => project.dispose());

function say(word: string): void {
  project.write('node_modules/said/index.js', `module.exports = '${word}';\n`);
}

async function saidBy(command: string): Promise<string> {
  const { exitCode, stderr } = await project.run([command], { NODE_COMPILE_CACHE: folder });
  expect(exitCode).toBe(0);
  return stderr.trim();
}

function kept(): string {
  // From 22.1 on, Node keeps something there too, in a folder of its own.
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('-settled'),
  );
  const [name, ...more] = files.map((entry) => entry.name);
  expect(more).toEqual([]);
  return join(folder, name ?? '');
}

test('what was compiled is kept once, and stays where nothing new was', async () => {
  expect(await saidBy('status')).toBe('one');
  const first = readFileSync(kept());
  expect(first.includes(join(project.root, 'node_modules', 'said'))).toBe(true);
  expect(await saidBy('status')).toBe('one');
  expect(readFileSync(kept()).equals(first)).toBe(true);
});

test('another project, whose files are its own, has nothing written of them beside the command line', async () => {
  await saidBy('status');
  const first = readFileSync(kept());
  const other = await createProject();
  try {
    for (const command of ['status', 'check']) {
      await project.run([command], { NODE_COMPILE_CACHE: folder });
      await other.run([command], { NODE_COMPILE_CACHE: folder });
    }
    expect(first.includes(project.root)).toBe(true);
    expect(readFileSync(kept()).includes(join(other.root, 'src'))).toBe(false);
    expect(readFileSync(kept()).includes(join(other.root, 'retort.config'))).toBe(false);
  } finally {
    await other.dispose();
  }
});

test('an installed module that is another, of the same length, is what runs', async () => {
  expect(await saidBy('status')).toBe('one');
  say('two');
  expect(await saidBy('status')).toBe('two');
  say('one');
  expect(await saidBy('status')).toBe('one');
});

test('what was compiled of a text that a module has no more is not kept', async () => {
  const found: number[] = [];
  for (const word of ['one', 'two', 'six']) {
    say(word);
    await saidBy('status');
    found.push(readFileSync(kept(), 'latin1').split('said/index.js"').length - 1);
  }
  expect(found).toEqual([1, 1, 1]);
});

test('what was damaged is not given to V8, and is made again', async () => {
  await saidBy('status');
  const whole = readFileSync(kept());
  const damaged = Buffer.from(whole);
  for (let at = Math.floor(whole.length / 2); at < whole.length; at++) damaged[at] = 0;
  for (const bytes of [damaged, whole.subarray(0, 1000), Buffer.alloc(0)]) {
    writeFileSync(kept(), bytes);
    expect(await saidBy('status')).toBe('one');
    expect(readFileSync(kept()).length).toBeGreaterThan(bytes.length / 2);
    expect(readFileSync(kept()).equals(bytes)).toBe(false);
  }
});

test('what another version of this package wrote is made again', async () => {
  await saidBy('status');
  const file = kept();
  const written = readFileSync(file);
  const header = written.subarray(8, 8 + written.readUInt32LE(4));
  const other = Buffer.from(header.toString().replace(/"version":"\d/, '"version":"9'));
  expect(other.length).toBe(header.length);
  expect(other.equals(header)).toBe(false);
  other.copy(written, 8);
  written.writeUInt32LE(crc32(other), 0);
  writeFileSync(file, written);
  expect(await saidBy('status')).toBe('one');
  expect(
    readFileSync(file)
      .subarray(8, 8 + header.length)
      .includes('"version":"9'),
  ).toBe(false);
});

test('what a writer left that was killed is removed, and not what one may be writing', async () => {
  await saidBy('status');
  const [old, recent] = [`${kept()}.1`, `${kept()}.2`];
  for (const path of [old, recent]) writeFileSync(path, '');
  utimesSync(old, 0, 0);
  say('two');
  await saidBy('status');
  expect([old, recent].map((path) => existsSync(path))).toEqual([false, true]);
});

test('a folder that is none, or that may not be read, costs nothing but time', async () => {
  const expected = await project.run(['status'], { NODE_DISABLE_COMPILE_CACHE: '1' });
  const at = (path: string) => ({ NODE_COMPILE_CACHE: join(project.root, path) });
  project.write('file', '');
  for (const path of ['file', 'file/below'])
    expect(await project.run(['status'], at(path))).toEqual(expected);
  const nobody = { uid: 65534, gid: 65534 };
  mkdirSync(join(project.root, 'closed', 'below'), { recursive: true });
  chmodSync(join(project.root, 'closed'), 0o700);
  chmodSync(project.root, 0o755);
  for (const path of ['closed', 'closed/below'])
    expect(await project.run(['status'], at(path), nobody)).toEqual(expected);
  expect(await project.run(['status'], { NODE_COMPILE_CACHE: '' })).toEqual(expected);
});

test('a command that runs more of the code than was kept for it keeps that too', async () => {
  await saidBy('status');
  const before = readFileSync(kept()).length;
  await saidBy('migrate');
  expect(readFileSync(kept()).length).toBeGreaterThan(before);
});

test('a command that was compiled before imports what is asked for later', async () => {
  project.write('node_modules/later/package.json', '{ "type": "module", "exports": "./index.js" }');
  project.write('node_modules/later/index.js', "export default 'later';\n");
  project.write(
    'node_modules/said/index.js',
    "module.exports = 'now';\nimport('later').then((m) => console.error(m.default));\n",
  );
  for (let run = 0; run < 2; run++)
    expect((await saidBy('status')).split('\n').sort()).toEqual(['later', 'now']);
});

test('a module of ECMAScript is one each time, whether its package says so or only its text', async () => {
  for (const [name, type] of [
    ['typed', '"type": "module", '],
    ['untyped', ''],
  ]) {
    project.write(`node_modules/${name}/package.json`, `{ ${type}"main": "index.js" }`);
    project.write(`node_modules/${name}/index.js`, `export const word = '${name}';\n`);
  }
  project.write(
    'node_modules/said/index.js',
    "module.exports = require('typed').word + require('untyped').word;\n",
  );
  for (let run = 0; run < 2; run++) expect((await saidBy('status')).split('\n')[0]).toBe('typeduntyped');
});

test('what a module asks for is what Node would find now', async () => {
  project.write('node_modules/word/index.js', "module.exports = 'of all';\n");
  project.write('node_modules/said/index.js', "module.exports = require('./deep/asks');\n");
  project.write(
    'node_modules/said/deep/asks.js',
    "module.exports = require('word') + ' ' + require('../own');\n",
  );
  project.write('node_modules/said/own.js', "module.exports = 'and own';\n");
  for (let run = 0; run < 2; run++) expect(await saidBy('status')).toBe('of all and own');
  project.write('node_modules/said/node_modules/word/index.js', "module.exports = 'of said';\n");
  expect(await saidBy('status')).toBe('of said and own');
  project.write('node_modules/said/own.js', "module.exports = 'and new';\n");
  expect(await saidBy('status')).toBe('of said and new');
  project.remove('node_modules/said/own.js');
  project.write('node_modules/said/own/index.js', "module.exports = 'and of a folder';\n");
  expect(await saidBy('status')).toBe('of said and of a folder');
});

test('modules that ask for each other, that throw, and whose text has any letter, are as with Node', async () => {
  project.write(
    'node_modules/said/index.js',
    `exports.before = 'ж€';
const other = require('./other');
const tries = [1, 2].map(() => { try { require('./throws'); } catch (error) { return error.message; } });
const name = require.cache[require.resolve('./other')].loaded;
module.exports = [other, ...tries, name, module.children.length].join();
`,
  );
  project.write('node_modules/said/other.js', "module.exports = require('./index').before;\n");
  project.write(
    'node_modules/said/throws.js',
    'globalThis.times = 1 + (globalThis.times ?? 0);\nthrow new Error("thrown " + globalThis.times);\n',
  );
  for (let run = 0; run < 2; run++) expect(await saidBy('status')).toBe('ж€,thrown 1,thrown 2,true,1');
});

test('who is loaded before hears of every module', async () => {
  project.write('node_modules/said/index.js', "module.exports = require('./deep');\n");
  project.write('node_modules/said/deep.js', "module.exports = 'deep';\n");
  project.write(
    'hears.cjs',
    `const Module = require('node:module');
const load = Module._load;
Module._load = function (id, ...rest) { if (id === './deep') console.error('heard'); return load.call(this, id, ...rest); };
`,
  );
  const NODE_OPTIONS = `--require ${join(project.root, 'hears.cjs')}`;
  for (let run = 0; run < 2; run++)
    expect(await project.run(['status'], { NODE_COMPILE_CACHE: folder, NODE_OPTIONS })).toMatchObject({
      stderr: 'heard\ndeep\n',
    });
});

test('an error of an installed module is told at the line that loads it, and its stack names the places in it', async () => {
  project.write(
    'node_modules/said/index.js',
    "module.exports = new Error('no word').stack.split('\\n')[1];\n",
  );
  for (let run = 0; run < 2; run++) expect(await saidBy('status')).toMatch(/said\/index\.js:1:18\)$/);
  project.write('node_modules/said/index.js', "throw new Error('no word');\n");
  const { exitCode, stderr } = await project.run(['status'], { NODE_COMPILE_CACHE: folder });
  expect(exitCode).toBe(1);
  expect(stderr).toBe(`error  retort.config.js cannot be loaded: no word
at     Object.<anonymous> (retort.config.js:1:15)
next   Correct it there and run the command again.
`);
});
