// Puts a package into few files, behind the doors that are named: main index, or state runner -- index. A command that
// loads hundreds of modules takes longer to find them than to run them. What a door does not need is not run; what
// only the doors behind `--` need is a file of its own, which takes the rest from the first. A package that is named
// with a plus, as +pg, is put in too, beside its license.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';

const inlined = process.argv.filter((parameter) => parameter.startsWith('+')).map((name) => name.slice(1));
const parameters = process.argv.slice(2).filter((parameter) => !parameter.startsWith('+'));
const middle = parameters.includes('--') ? parameters.indexOf('--') : parameters.length;
const first = parameters.slice(0, middle);
const second = parameters.slice(middle + 1);
const require = createRequire(import.meta.url);
const sources = resolve('src');

for (const name of ['bundle.js', 'bundle-more.js']) rmSync(resolve('dist', name), { force: true });
const { metafile } = await bundle(first, [], { write: false });
const shared = second.length === 0 ? [] : Object.keys(metafile.inputs).filter(isSource);
await bundle(first, shared, { outfile: 'dist/bundle.js' });
writeFileSync('dist/bundle.LICENSES.txt', licensesOf(Object.keys(metafile.inputs)));
if (second.length > 0)
  await bundle(second, [], { outfile: 'dist/bundle-more.js', plugins: [fromFirst(shared)] });
for (const door of first) open(door, './bundle.js');
for (const door of second) open(door, './bundle-more.js');

/** @param {readonly string[]} doors @param {readonly string[]} modules @param {import('esbuild').BuildOptions} options */
function bundle(doors, modules, options) {
  const exported = [
    ...doors.map((door) => `exports.${door} = () => require('./${door}');`),
    ...modules.map((path) => `exports[${JSON.stringify(path)}] = () => require('../${path}');`),
    ...(modules.length === 0 ? [] : inlined.map((name) => `exports['${name}'] = () => require('${name}');`)),
  ];
  return build({
    stdin: { contents: exported.join('\n'), resolveDir: 'src' },
    bundle: true,
    metafile: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    sourcemap: true,
    sourcesContent: false,
    // Shorter is read faster; names stay, since classes and errors are told by them.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'inline',
    logLevel: 'warning',
    ...options,
    plugins: [...(options.plugins ?? []), onlyNamed()],
  });
}

/** @returns {import('esbuild').Plugin} */
function onlyNamed() {
  return {
    name: 'of packages only what is named is put in, and what that needs',
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
        const isOwn = !importer.includes('/node_modules/');
        const isOptional = ['pg-native', 'pg-cloudflare', 'cloudflare:sockets'].includes(path);
        const isNamed = inlined.includes(path.split('/')[0] ?? '');
        return isOptional || (isOwn && !isNamed) ? { path, external: true } : undefined;
      });
    },
  };
}

/** @param {readonly string[]} shared @returns {import('esbuild').Plugin} */
function fromFirst(shared) {
  const paths = new Set(shared.map((path) => resolve(path)));
  return {
    name: 'what is in the first bundle is taken from there',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^the first bundle$/ }, () => ({ path: './bundle.js', external: true }));
      onResolve({ filter: /^[^./]/ }, ({ path }) =>
        inlined.includes(path) ? { path, namespace: 'first' } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'first' }, ({ path }) => taken(path));
      onLoad({ filter: /\.ts$/ }, ({ path }) => (paths.has(path) ? taken(relative('.', path)) : undefined));
    },
  };
}

/** @param {string} name @returns {import('esbuild').OnLoadResult} */
function taken(name) {
  return {
    contents: `module.exports = require('the first bundle')[${JSON.stringify(name)}]();`,
    resolveDir: sources,
  };
}

/** @param {string} path */
function isSource(path) {
  return resolve(path).startsWith(sources) && path.endsWith('.ts');
}

/** What the packages that were put in want to be kept with them. @param {readonly string[]} paths */
function licensesOf(paths) {
  const folders = new Set(
    paths.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(resolve(path))?.[0] ?? []),
  );
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = require(`${folder}/package.json`);
      const texts = readdirSync(folder)
        .filter((file) => /^licen[cs]e/i.test(file))
        .map((file) => readFileSync(resolve(folder, file), 'utf8').trim());
      return [`${name} ${version}, ${license}`, ...texts].join('\n\n');
    })
    .join(`\n\n${'-'.repeat(78)}\n\n`);
}

/** @param {string} door @param {string} file */
function open(door, file) {
  const text = `module.exports = require('${file}').${door}();`;
  const path = resolve('dist', `${door}.js`);
  writeFileSync(path, text);
  if (door === 'main') return;
  // Modules of ECMAScript are told the names that they can import by what stands in the text.
  const names = Object.keys(require(path));
  writeFileSync(path, `${text}\n0 && (module.exports = { ${names.join(', ')} });\n`);
}
