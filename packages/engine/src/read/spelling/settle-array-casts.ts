import { endOfToken } from './end-of-token';

/**
 * `x IN ('a', 'b')` becomes, for a varchar `x`, a cast of a whole array constructor. Parsing the cast puts it on every
 * element: `(ARRAY['a'::character varying])::text[]` comes back as `ARRAY[('a'::character varying)::text]`. Both mean the same, so
 * the latter, which stays as it is, is what the model holds.
 *
 * @see https://www.postgresql.org/docs/current/sql-expressions.html#SQL-SYNTAX-ARRAY-CONSTRUCTORS
 */
export function settleArrayCasts(text: string): string {
  let settled = '';
  let at = 0;
  for (const start of constructorStarts(text)) {
    if (start < at) {
      continue;
    }
    const cast = readCast(text, start);
    if (cast !== undefined) {
      const elements = cast.elements.map((element) => `(${settleArrayCasts(element)})::${cast.type}`);
      settled += `${text.slice(at, start)}ARRAY[${elements.join(', ')}]`;
      at = cast.end;
    }
  }
  return settled + text.slice(at);
}

const opening = '(ARRAY[';

function* constructorStarts(text: string): Generator<number> {
  // Nearly no expression has one.
  if (!text.includes(opening)) {
    return;
  }
  for (let at = 0; at < text.length; at = endOfToken(text, at)) {
    if (text.startsWith(opening, at)) {
      yield at;
    }
  }
}

/** A type as `format_type` spells it, as an array. */
const arrayType =
  /^(?<type>(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\d_$]*)(?:\.(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\d_$]*))?(?: (?:varying|precision))?(?:\([\d,]+\))?(?: with(?:out)? time zone)?)\[\]/u;

interface ArrayCast {
  readonly elements: readonly string[];
  readonly type: string;
  readonly end: number;
}

function readCast(text: string, start: number): ArrayCast | undefined {
  const elements: string[] = [];
  let depth = 0;
  let element = start + opening.length;
  for (let at = element; at < text.length; at = endOfToken(text, at)) {
    const character = text[at];
    if (depth === 0 && (character === ',' || character === ']')) {
      elements.push(text.slice(element, at).trim());
      element = at + 1;
      if (character === ']') {
        break;
      }
    }
    depth += character === '(' || character === '[' ? 1 : character === ')' || character === ']' ? -1 : 0;
  }
  const close = ')::';
  const type = text.startsWith(close, element) ? arrayType.exec(text.slice(element + close.length)) : null;
  return type?.groups?.type === undefined
    ? undefined
    : { elements, type: type.groups.type, end: element + close.length + type[0].length };
}
