import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Order } from '../src/order/order';

const sources = resolve(__dirname, '../src');

const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
);

/** Of what a file imports, also the types and what is loaded later: the paths below `src`. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(sources, file), 'utf8');
  return [...text.matchAll(/(?:from |import\(|require\()'(\.[^']*)'/g)].map(([, path = '']) =>
    relative(sources, resolve(sources, dirname(file), path)),
  );
}

// A folder is a step, and its files without a folder of their own are the last one in it.
test.each(['', 'run'])('the folders of src/%s import each other in one direction', (within) => {
  const stepOf = (path: string) => {
    const [first, ...rest] = relative(within, path).split(sep);
    if (first === '..') return undefined;
    return rest.length === 0 ? '.' : first;
  };
  const edges = files.flatMap((file) =>
    importsOf(file).map((imported) => ({ file, imported, from: stepOf(file), to: stepOf(imported) })),
  );
  const steps = new Map(files.map((file) => [stepOf(file) ?? '..', { name: stepOf(file) }]));
  const order = new Order([...steps.values()], ({ name }) => `${name}/`);
  for (const { file, imported, from, to } of edges) {
    const [later, earlier] = [steps.get(from ?? '..'), steps.get(to ?? '..')];
    if (from === undefined || to === undefined || later === undefined || earlier === undefined) continue;
    order.mustRun(earlier).before(later, `${file} imports ${imported}`);
  }
  expect(order.sorted().length).toBeGreaterThan(5);
});
