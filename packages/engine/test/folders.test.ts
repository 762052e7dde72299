import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Order } from '../src/order/order';

const top = resolve(__dirname, '../../..');

interface Import {
  readonly file: string;
  readonly imported: string;
}

/** What the files below a folder import of each other, also the types and what is loaded later. */
function importsWithin(folder: string): readonly Import[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return [...text.matchAll(/(?:from |import\(|require\()'(\.[^']*)'/g)]
      .map(([, path = '']) => relative(folder, resolve(folder, dirname(file), path)))
      .filter((imported) => !imported.startsWith('..'))
      .map((imported) => ({ file, imported }));
  });
}

// A folder is a step, and a file without a folder is one by itself: but for those of `run`, which go through all of its steps.
test.each([
  ['packages/engine/src', 'each'],
  ['packages/engine/src/run', 'together'],
  ['packages/services/src', 'each'],
  ['apps/cli/src', 'each'],
])('the folders of %s import each other in one direction', (folder, files) => {
  const stepOf = (path: string) => {
    const [first = '', ...rest] = path.split(sep);
    return rest.length > 0 ? `${first}/` : files === 'each' ? first.replace(/\.[jt]s$/, '') : '.';
  };
  const imports = importsWithin(join(top, folder));
  const names = new Set(imports.flatMap(({ file, imported }) => [stepOf(file), stepOf(imported)]));
  const steps = new Map([...names].map((name) => [name, { name }]));
  const order = new Order([...steps.values()], ({ name }) => name);
  for (const { file, imported } of imports) {
    const [later, earlier] = [steps.get(stepOf(file)), steps.get(stepOf(imported))];
    if (later === undefined || earlier === undefined) continue;
    order.mustRun(earlier).before(later, `${file} imports ${imported}`);
  }
  expect(order.sorted().length).toBeGreaterThan(5);
});
