import { parseDuration } from './parse-duration';

const place = { at: '--lock-timeout', written: (duration: string) => `--lock-timeout ${duration}` };

test.each([
  ['500ms', 500],
  ['30s', 30_000],
  ['1.5 s', 1500],
  ['2min', 120_000],
  ['2m', 120_000],
  ['1h', 3_600_000],
  ['250', 250],
  ['0', 0],
])('%s', (text, durationMs) => {
  expect(parseDuration(text, place)).toBe(durationMs);
});

test.each(['', 'soon', '-1s', '3 days', '3d'])('%j is none', (text) => {
  expect(() => parseDuration(text, place)).toThrow(`${JSON.stringify(text)} is no duration.`);
});

test('a duration that Postgres cannot be told is refused', () => {
  expect(parseDuration('596h', place)).toBe(2_145_600_000);
  expect(() => parseDuration('597h', place)).toThrow('"597h" is longer than Postgres can be told: 24 days.');
});
