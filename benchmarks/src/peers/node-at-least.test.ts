import { nodeAtLeast } from './node-at-least';

it('compares majors first, and as numbers', () => {
  expect(nodeAtLeast('22.17.0', 22, 17)).toBe(true);
  expect(nodeAtLeast('22.9.0', 22, 17)).toBe(false);
  expect(nodeAtLeast('24.1.0', 22, 17)).toBe(true);
  expect(nodeAtLeast('20.20.2', 22, 17)).toBe(false);
});
