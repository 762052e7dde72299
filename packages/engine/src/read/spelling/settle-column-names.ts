import { unquoted } from '../../sql/unquoted';
import { endOfToken } from './end-of-token';

/**
 * A column of a subquery that was given no name has none: `SELECT 'x'`, `SELECT NULL`, `SELECT -1`. Postgres spells it with
 * its type, `'x'::text`, and what is read like that is called as its type: the next time it is `'x'::text AS text`. Both
 * mean the same, and the former is what the model holds.
 *
 * @see https://www.postgresql.org/docs/current/sql-select.html#SQL-SELECT-LIST
 */
export function settleColumnNames(text: string): string {
  // Nearly no expression has one.
  if (!text.includes(' AS ') || !text.includes('::')) return text;
  let settled = '';
  let end = 0;
  for (const { start, end: last } of needlessNames(text)) {
    settled += text.slice(end, start);
    end = last;
  }
  return settled + text.slice(end);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A group in parentheses, and the one that it begins with. */
interface Group {
  readonly start: number;
  first: Range | null;
}

function* needlessNames(text: string): Generator<Range> {
  const open: Group[] = [];
  let closed: (Group & Range) | null = null;
  for (let at = 0; at < text.length; at = endOfToken(text, at)) {
    if (text[at] === '(') open.push({ start: at, first: null });
    else if (text[at] === ')') {
      const group = open.pop() ?? { start: at, first: null };
      closed = { ...group, end: at };
      const around = open.at(-1);
      if (around !== undefined && group.start === around.start + 1) around.first = closed;
    } else if (text.startsWith('::', at)) {
      const isNameless = closed?.end === at - 1 ? isUnnamed(text, closed) : isLiteral(text, at);
      const cast = isNameless ? namedCast.exec(text.slice(at, at + longest)) : null;
      const name = cast?.groups?.name;
      if (cast !== null && name !== undefined && unquoted(name) === nameOfType(cast.groups)) {
        const last = at + cast[0].length;
        yield { start: last - ` AS ${name}`.length, end: last };
      }
    }
  }
}

/** A string, or NULL. */
function isLiteral(text: string, end: number): boolean {
  return text[end - 1] === "'" || /(?:^|[\s(,])NULL$/.test(text.slice(Math.max(0, end - 6), end));
}

/** A number, or an operator with its operands: Postgres writes parentheses of their own around those. */
function isUnnamed(text: string, { start, end, first }: Group & Range): boolean {
  if (/^-?[\d.]+$/.test(text.slice(start + 1, end))) return true;
  return first?.end === end - 1 && !/^\(\s*(?:SELECT|WITH|VALUES)\b/.test(text.slice(first.start, end));
}

const word = String.raw`(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\d_$]*)`;
const modifiers = String.raw`(?:\([\d,]+\))?`;

/** A type as `format_type` spells it. */
const namedCast = new RegExp(
  String.raw`^::(?<type>${word}(?:\.${word})?(?: (?:varying|precision))?)${modifiers}(?<zone> with(?:out)? time zone)?(?:\[\])* AS (?<name>${word})(?=,|\s|\)|$)`,
  'u',
);

/** Two names of 63 characters, each of which may be a quote, and what may be around them. */
const longest = 512;

function nameOfType({ type = '', zone = '' }: Readonly<Record<string, string>> = {}): string {
  const spelled = `${type}${zone}`;
  return names.get(spelled) ?? unquoted(/("(?:[^"]|"")*"|[^."]+)$/.exec(spelled)?.[0] ?? spelled);
}

/** Of the types that SQL spells otherwise than the catalog. */
const names: ReadonlyMap<string, string> = new Map([
  ['bigint', 'int8'],
  ['bit varying', 'varbit'],
  ['boolean', 'bool'],
  ['character', 'bpchar'],
  ['character varying', 'varchar'],
  ['double precision', 'float8'],
  ['integer', 'int4'],
  ['real', 'float4'],
  ['smallint', 'int2'],
  ['time with time zone', 'timetz'],
  ['time without time zone', 'time'],
  ['timestamp with time zone', 'timestamptz'],
  ['timestamp without time zone', 'timestamp'],
]);
