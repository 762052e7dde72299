import { settleArrayCasts } from './settle-array-casts';

describe('settleArrayCasts', () => {
  it.each([
    ['(a = ANY (ARRAY[1, 2]))', '(a = ANY (ARRAY[1, 2]))'],
    [
      `((a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))`,
      `((a)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character varying)::text]))`,
    ],
    [
      `(ARRAY['(ARRAY[1])::int[]'::text])::"o""d]d"."t y"[]`,
      `ARRAY[('(ARRAY[1])::int[]'::text)::"o""d]d"."t y"]`,
    ],
    [
      `(ARRAY[f(1, 'a,]'), b[2]])::numeric(10,2)[]`,
      `ARRAY[(f(1, 'a,]'))::numeric(10,2), (b[2])::numeric(10,2)]`,
    ],
    [`(ARRAY[E'a\\'', "b'"])::text[]`, `ARRAY[(E'a\\'')::text, ("b'")::text]`],
    [`(ARRAY[(ARRAY[a])::text[]])::x[]`, `ARRAY[(ARRAY[(a)::text])::x]`],
    [`(ARRAY[a])::timestamp without time zone[]`, `ARRAY[(a)::timestamp without time zone]`],
    [`'(ARRAY[1])::text[]'::text`, `'(ARRAY[1])::text[]'::text`],
    [`(ARRAY[a] || b)`, `(ARRAY[a] || b)`],
  ])('%s', (text, settled) => {
    expect(settleArrayCasts(text)).toBe(settled);
    expect(settleArrayCasts(settled)).toBe(settled);
  });
});
