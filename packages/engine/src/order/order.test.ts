import { Order } from './order';

interface Step {
  readonly name: string;
}
const steps = (names: string) => [...names].map((name): Step => ({ name }));
const describeStep = ({ name }: Step) => name;

test('what nothing orders stays as it was', () => {
  const items = steps('cab');
  expect(new Order(items, describeStep).sorted()).toEqual(items);
});

test('an edge is kept and the rest moves no more than it must', () => {
  const items = steps('abcd');
  const [a, , , d] = items as [Step, Step, Step, Step];
  const order = new Order(items, describeStep);
  order.mustRun(d).before(a, 'a needs d');
  expect(order.sorted().map(describeStep).join('')).toBe('bcda');
});

test('a circle is an error that prints its edges', () => {
  const items = steps('abcx');
  const [a, b, c, x] = items as [Step, Step, Step, Step];
  const order = new Order(items, describeStep);
  order.mustRun(a).before(b, 'one');
  order.mustRun(b).before(c, 'two');
  order.mustRun(c).before(a, 'three');
  order.mustRun(c).before(x, 'not in the circle');
  expect(() => order.sorted()).toThrow(
    [
      'These must each run before the next, in a circle:',
      '  a  must run before  b  (one)',
      '  b  must run before  c  (two)',
      '  c  must run before  a  (three)',
    ].join('\n'),
  );
});

test('what should run before another does, unless it has to run after it', () => {
  const items = steps('abc');
  const [a, b, c] = items as [Step, Step, Step];
  const order = new Order(items, describeStep);
  order.mustRun(a).before(b, 'one');
  order.shouldRun(c).before(a, 'no reason not to');
  order.shouldRun(b).before(c, 'b comes after a, and a after c');
  expect(order.sorted()).toEqual([c, a, b]);
});

// By the square of their number it would take minutes.
test('a hundred thousand steps in a chain and against their order are put in order', () => {
  const items = Array.from({ length: 100_000 }, (_, index): Step => ({ name: String(index) }));
  const order = new Order(items, describeStep);
  for (let index = 1; index < items.length; index += 1) {
    order.mustRun(items[index] as Step).before(items[index - 1] as Step, 'reversed');
  }
  expect(order.sorted()[0]).toBe(items[99_999]);
});
