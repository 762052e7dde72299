import { endOfToken } from './end-of-token';

/**
 * `a BETWEEN 1 AND 2 AND b` becomes `(((a >= 1) AND (a <= 2)) AND b)`, as `a IN (b, c) OR d` and `(a, b) = (1, 2) AND c`
 * do alike. The parser makes one list of an `AND` whose first operand is another, so that this comes back as
 * `((a >= 1) AND (a <= 2) AND b)`. Both mean the same, and the latter stays as it is.
 */
export function settleConnectives(text: string): string {
  // Nearly no expression begins with two operands in parentheses of their own.
  if (!text.includes('((') || !/\) (?:AND|OR) /.test(text)) {
    return text;
  }
  let settled = '';
  let end = 0;
  for (const at of needlessParentheses(text)) {
    settled += text.slice(end, at);
    end = at + 1;
  }
  return settled + text.slice(end);
}

interface Group {
  readonly start: number;
  connective: Connective | null;
  /** What it begins with, if that is in parentheses too. */
  first: { readonly start: number; readonly end: number; readonly connective: Connective | null } | null;
}

type Connective = ' AND ' | ' OR ';

/** Where they are, in order. A list has one connective: Postgres writes parentheses around each list. */
function needlessParentheses(text: string): readonly number[] {
  const needless: number[] = [];
  const open: Group[] = [];
  for (let at = 0; at < text.length; at = endOfToken(text, at)) {
    const group = open.at(-1);
    if (text[at] === '(') open.push({ start: at, connective: null, first: null });
    else if (text[at] === ')') {
      const { start, connective } = open.pop() ?? { start: at, connective: null };
      const around = open.at(-1);
      if (around !== undefined && start === around.start + 1) around.first = { start, end: at, connective };
    } else if (group !== undefined && group.connective === null) {
      group.connective = connectiveAt(text, at);
      const { first, connective } = group;
      if (connective !== null && first?.connective === connective && first.end === at - 1) {
        needless.push(first.start, first.end);
      }
    }
  }
  return needless.sort((a, b) => a - b);
}

function connectiveAt(text: string, at: number): Connective | null {
  if (text.startsWith(' AND ', at)) return ' AND ';
  return text.startsWith(' OR ', at) ? ' OR ' : null;
}
