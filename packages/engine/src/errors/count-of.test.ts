import { countOf } from './count-of';

it.each([
  [0, '0 migrations are pending'],
  [1, '1 migration is pending'],
  [2, '2 migrations are pending'],
])('%i', (count, text) => {
  expect(countOf(count, 'migration is pending', 'migrations are pending')).toBe(text);
});
