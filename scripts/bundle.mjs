// Puts a package into one file, behind the doors that are named: index state runner. A command that loads hundreds of
// modules takes longer to find them than to run them. What a door does not need is not run.
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const doors = process.argv.slice(2);
const require = createRequire(import.meta.url);

rmSync('dist/bundle.js', { force: true });
await build({
  stdin: {
    contents: doors.map((door) => `exports.${door} = () => require('./${door}');`).join('\n'),
    resolveDir: 'src',
  },
  outfile: 'dist/bundle.js',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});
for (const door of doors) {
  const open = `module.exports = require('./bundle.js').${door}();`;
  const path = resolve('dist', `${door}.js`);
  writeFileSync(path, open);
  if (door === 'main') continue;
  // Modules of ECMAScript are told the names that they can import by what stands in the text.
  const names = Object.keys(require(path));
  writeFileSync(path, `${open}\n0 && (module.exports = { ${names.join(', ')} });\n`);
}
