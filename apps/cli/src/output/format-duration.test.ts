import { formatDuration } from './format-duration';

test.each([
  [3.4, '3 ms'],
  [15_000, '15.0 s'],
  [125_000, '2 min 5 s'],
  [179_600, '3 min 0 s'],
])('%d ms', (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});
