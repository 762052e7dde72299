import type { Refusal } from '@retort/engine';
import { formatConsents } from './format-answers';

const refused = (consent: string | null): Refusal => ({ what: 'w', next: 'n', consent });

test.each([
  ['one is said already', [refused('drop-column:a.b')], [], undefined],
  [
    'several are typed together',
    [refused('drop-column:a.b'), refused('drop-table:"a b"')],
    [],
    `ALLOW='drop-column:a.b drop-table:"a b"' (retort: --allow 'drop-column:a.b drop-table:"a b"')`,
  ],
  [
    'with those that were given',
    [refused('drop-column:a.c')],
    ['drop-column:a.b'],
    "ALLOW='drop-column:a.b drop-column:a.c' (retort: --allow 'drop-column:a.b drop-column:a.c')",
  ],
  ['where consents are not enough', [refused('drop-column:a.b'), refused(null)], [], undefined],
])('%s', (_name, refusals, given, said) => {
  expect(formatConsents(refusals, given)).toBe(said);
});
