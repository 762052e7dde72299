import { signatureIn } from './signature-of';

const file = { size: 10, mtimeMs: 1_000, ino: 7 };

test.each([
  [{ ...file, ctimeMs: 4_999.25 }, '10 1000 4999.25 7'],
  [{ ...file, ctimeMs: 5_000.5 }, undefined],
  [{ ...file, ctimeMs: 5_001 }, undefined],
  // By a disk that knows whole seconds only, perhaps: what was changed within two of them may have been changed again.
  [{ ...file, ctimeMs: 4_000 }, undefined],
  [{ ...file, ctimeMs: 3_000 }, undefined],
  [{ ...file, ctimeMs: 2_000 }, '10 1000 2000 7'],
  [undefined, undefined],
])('what was found as %j before 5000 ms is %s', (found, signature) => {
  expect(signatureIn(found, 5_000)).toBe(signature);
});
