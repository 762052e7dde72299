import { isWithinRange } from './is-within-range';

test.each([
  ['0.2.45', false],
  ['0.3.19', false],
  ['0.3.20', true],
  ['0.3.31', true],
  ['0.3.26-dev.1698313', true],
  ['0.4.0-alpha.1', false],
  ['1.0.0', true],
  ['1.12.3', true],
  ['1.1.1-nightly.20260919', true],
  ['2.0.0', false],
])('%s: %s', (version, isWithin) => {
  expect(isWithinRange(version, '^0.3.20 || ^1.0.0')).toBe(isWithin);
});
