import { settleConnectives } from './settle-connectives';

describe('settleConnectives', () => {
  it.each([
    ['(((a >= 1) AND (a <= 5)) AND (b > 0))', '((a >= 1) AND (a <= 5) AND (b > 0))'],
    ['(((a < 1) OR (a > 5)) OR b)', '((a < 1) OR (a > 5) OR b)'],
    ['((((a AND b) AND c) AND d) OR e)', '((a AND b AND c AND d) OR e)'],
    ['((a OR b) AND c)', '((a OR b) AND c)'],
    ['(a AND (b AND c))', '(a AND (b AND c))'],
    ['((f(a, (b AND c)) OR d) OR e)', '(f(a, (b AND c)) OR d OR e)'],
    ["((a = ' AND ') AND b)", "((a = ' AND ') AND b)"],
    [`(((" AND )" = '((') AND b) AND c)`, `((" AND )" = '((') AND b AND c)`],
    ["(((a = '𝒜') AND b) AND c)", "((a = '𝒜') AND b AND c)"],
    ['((a AND b) = c)', '((a AND b) = c)'],
    ['((a AND b) = (c AND d))', '((a AND b) = (c AND d))'],
    [
      'SELECT sum(a) OVER (ORDER BY (b AND c) ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) WHERE (NOT ((a AND b) AND c))',
      'SELECT sum(a) OVER (ORDER BY (b AND c) ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) WHERE (NOT (a AND b AND c))',
    ],
  ])('%s', (text, settled) => {
    expect(settleConnectives(text)).toBe(settled);
    expect(settleConnectives(settled)).toBe(settled);
  });
});
