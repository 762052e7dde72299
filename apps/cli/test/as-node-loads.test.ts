import { join } from 'node:path';
import { createProject, type Project } from './project';

let project: Project;
let folder: string;
beforeEach(async () => {
  project = await createProject();
  folder = join(project.root, 'compiled');
  project.remove('retort.config.ts');
  setUp();
});
afterEach(() => project.dispose());

/** The settings: they print what the package `said` exports, after something else. */
function setUp(before = ''): void {
  project.write(
    'retort.config.js',
    `${before}\nconsole.error(require('said'));\nexports.default = { dataSource: async () => ({ entities: [] }), migrations: 'src/versions' };\n`,
  );
}

function install(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) project.write(join('node_modules', path), text);
}

async function run(environment: Readonly<Record<string, string>>): Promise<object> {
  const finished = await project.run(['status'], environment);
  return { ...finished, stderr: finished.stderr.replace(/^\(node:\d+\)/gm, '(node)') };
}

/** Runs a command as Node loads it, and then from what is kept: without it, with it, and with what more was kept then. */
async function expectAsNode(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  const expected = await run({ ...environment, NODE_DISABLE_COMPILE_CACHE: '1' });
  for (let time = 0; time < 3; time++)
    expect(await run({ ...environment, NODE_COMPILE_CACHE: folder })).toEqual(expected);
}

const twoFiles = {
  'said/index.js': "module.exports = require('./deep') + require('word');\n",
  'said/deep.js': "module.exports = 'deep ';\n",
  'said/deeper.js': "module.exports = 'deeper ';\n",
  'word/index.js': "module.exports = 'word';\n",
  'other/index.js': "module.exports = 'other';\n",
};

test.each([
  [
    'wraps the extension, as pirates does,',
    `const load = require.extensions['.js'];
require.extensions['.js'] = (module, path) => {
  const compile = module._compile;
  module._compile = (text) => { module._compile = compile; module._compile(text.replace('word', 'hooked'), path); };
  load(module, path);
};`,
  ],
  [
    'takes the place of the extension',
    `require.extensions['.js'] = (module, path) =>
  module._compile(require('fs').readFileSync(path, 'utf8').replace('word', 'hooked'), path);`,
  ],
  [
    'hears what is loaded',
    `const Module = require('module');
const load = Module._load;
Module._load = function (id, ...rest) { console.error(id); return load.call(this, id, ...rest); };`,
  ],
  [
    'wraps what is asked for',
    `const { prototype } = require('module');
const ask = prototype.require;
prototype.require = function (id) { const found = ask.call(this, id); return id === 'word' ? 'wrapped' : found; };`,
  ],
  [
    'finds something else',
    `const Module = require('module');
const find = Module._resolveFilename;
const meant = { './deep': './deeper', word: 'other' };
Module._resolveFilename = function (id, ...rest) { return find.call(this, meant[id] ?? id, ...rest); };`,
  ],
  [
    'registers hooks, where Node has them,',
    `require('module').registerHooks?.({
  resolve: (id, context, next) => next(id === './deep' ? './deeper' : id, context),
  load(url, context, next) {
    return url.includes('word') ? { format: 'commonjs', source: "module.exports = 'given'", shortCircuit: true } : next(url, context);
  },
});`,
  ],
])('settings with something that %s are obeyed, and later without it too', async (_, hook) => {
  install(twoFiles);
  setUp();
  await expectAsNode();
  setUp(hook);
  await expectAsNode();
  setUp(hook.replace('hooked', 'else').replace('other', 'said/deep'));
  await expectAsNode();
  setUp();
  await expectAsNode();
});

test('what is loaded before the command line reads each file, and nothing of that stays', async () => {
  install(twoFiles);
  project.write(
    'before.cjs',
    `require.extensions['.js'] = (module, path) =>
  module._compile(require('fs').readFileSync(path, 'utf8').replace("'word'", "'hooked'"), path);`,
  );
  const NODE_OPTIONS = `--require ${join(project.root, 'before.cjs')}`;
  await expectAsNode();
  await expectAsNode({ NODE_OPTIONS });
  await expectAsNode();
});

test('a text that somebody compiles under the path of a module is not kept as its own', async () => {
  install({ 'said/index.js': "module.exports = 'its own';\n" });
  setUp(`const Module = require('module');
const path = require.resolve('said');
new Module(path, module)._compile("console.error('another')", path);`);
  await expectAsNode();
  setUp();
  await expectAsNode();
});

test('a file that comes before a folder, and another main of that folder, are found', async () => {
  install({
    'said/index.js': "module.exports = require('./own') + require('./main') + require('./json');\n",
    'said/own/index.js': "module.exports = 'a folder, ';\n",
    'said/main/package.json': '{ "main": "main.js" }',
    'said/main/main.js': "module.exports = 'its main, ';\n",
    'said/main/second.js': "module.exports = 'its second, ';\n",
    'said/json.json': '"JSON"',
  });
  await expectAsNode();
  install({
    'said/own.js': "module.exports = 'a file, ';\n",
    'said/main/package.json': '{ "main": "second.js" }',
    'said/json.js': "module.exports = 'JavaScript';\n",
  });
  await expectAsNode();
});

test('a package that becomes one of ECMAScript, by its package.json alone, is one', async () => {
  install({
    'said/package.json': '{}',
    'said/index.js': "module.exports = require('./own');\n",
    'said/own.js': "globalThis.kind = typeof module;\nmodule.exports = 'own';\n",
  });
  await expectAsNode();
  install({ 'said/package.json': '{ "type": "module" }' });
  await expectAsNode();
  install({ 'said/package.json': '{}' });
  await expectAsNode();
});

test('what a module can see of itself and others, and what it is refused, is as with Node', async () => {
  install({
    'said/index.js': `'use strict';
const refusal = (ask) => { try { return ask(); } catch (error) { return [error.name, error.code, error.message, error.requireStack]; } };
require('./first');
require('./second');
const find = require.resolve;
require.resolve = () => 'replaced';
module.exports = [
  require.resolve('x'), Object.keys(require), require.main.filename, module.parent.id, arguments.length,
  module.children.map((child) => [child.id, child.children.map(({ id }) => id)]),
  [() => require('nowhere'), () => require('./nowhere'), () => require(''), () => require(undefined), () => require('node:nothing'),
    () => find('nowhere'), () => find(3), () => find('fs'), () => find('./index', { paths: [__dirname] }), () => find.paths('./x')].map(refusal),
];
`,
    'said/first.js': "require('./second');\n",
    'said/second.js': '',
  });
  setUp('const { inspect } = require("util"); inspect.defaultOptions.depth = null;');
  await expectAsNode();
});

test('who asks for what is not done is warned, and once it is done it is as any other', async () => {
  install({
    'said/index.js': `const circle = require('./circle');
module.exports = [Object.getPrototypeOf(circle) === Object.prototype, circle.missing];\n`,
    'said/circle.js': "exports.before = 1;\nrequire('./asks');\n",
    'said/asks.js': "exports.found = require('./circle').later;\n",
  });
  await expectAsNode();
  install({ 'said/asks.js': "exports.later = () => import('./asks.js');\nrequire('./circle');\n" });
  await expectAsNode();
  install({
    'said/circle.js':
      "Object.setPrototypeOf(exports, new Proxy({}, { get: () => 5 }));\nrequire('./asks');\n",
  });
  await expectAsNode();
});

test.each(['eval(text)', '(0, eval)(text)', "new Function('', text.replace('import', 'return import'))()"])(
  'a text that a module evaluates imports: %s',
  async (evaluated) => {
    install({
      'said/index.js': `exports.evaluate = (text) => ${evaluated};\n`,
      'later/package.json': '{ "type": "module", "exports": "./index.js" }',
      'later/index.js': "export default 'later';\n",
    });
    setUp(
      "require('said').evaluate('import(\"later\")').then((it) => console.log(it.default), console.log);",
    );
    await expectAsNode();
  },
);

test('who asks for source maps has those of what is installed', async () => {
  install({
    'said/index.js': '//# sourceMappingURL=index.js.map\n',
    'said/index.js.map': '{ "version": 3, "sources": ["said.ts"], "names": [], "mappings": "AAAA" }',
  });
  setUp("require('said');\nconsole.log(require('module').findSourceMap(require.resolve('said'))?.payload);");
  await expectAsNode({ NODE_OPTIONS: '--enable-source-maps' });
});

test('what a module throws later is shown at its line as the file has it', async () => {
  install({ 'said/index.js': "setTimeout(() => { throw new Error('later'); });\n" });
  await expectAsNode();
});

test('where Node itself may not write, nothing is kept', async () => {
  install({ 'said/index.js': "module.exports = 'said';\n" });
  await expectAsNode({ NODE_OPTIONS: '--experimental-permission --allow-fs-read=*' });
});
