import { endOfToken } from './end-of-token';

/**
 * `FROM public.a a` is `FROM public.a`: tables of a `JOIN … USING` are spelt in the one way or the other by whether their
 * columns ever had other names. And `ON TRUE`, of a `NATURAL LEFT JOIN` without a common column, is `ON (true)` once it
 * is read again.
 */
export function settleJoins(text: string): string {
  // Nearly no expression reads a table.
  if (!text.includes('FROM ') && !text.includes('JOIN ')) return text;
  let settled = '';
  let end = 0;
  for (let at = 0; at < text.length; at = endOfToken(text, at)) {
    if (text.startsWith(always, at)) {
      settled += `${text.slice(end, at)} ON (true)`;
      end = at + always.length;
    } else if (text[at] === '.') {
      const { 0: found = '', groups = {} } = aliased.exec(text.slice(at, at + longest)) ?? {};
      if (found === '' || groups.name !== groups.alias) continue;
      settled += text.slice(end, at + found.length - ` ${groups.alias}`.length);
      end = at + found.length;
    }
  }
  return settled + text.slice(end);
}

/** Postgres writes keywords in capitals, and the constant in small letters. */
const always = ' ON TRUE';

const word = String.raw`(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\d_$]*)`;

/** What stands behind `AS`, or has columns of its own in parentheses, is no such name. */
const aliased = new RegExp(String.raw`^\.(?<name>${word}) (?<alias>${word})(?=[\s,)]|$)`, 'u');

/** Two names of 63 characters, each of which may be a quote, and what may be around them. */
const longest = 512;
