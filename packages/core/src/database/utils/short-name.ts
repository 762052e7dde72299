import { createHash } from 'node:crypto';

/** Postgres cuts longer names off, and two that were cut alike would collide. */
const longestNameBytes = 63;

/** Eight hexadecimal digits that stand for a text. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/**
 * The name itself where Postgres can hold it, else its beginning and a hash of the whole.
 *
 * @see https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
 */
export function shortName(name: string): string {
  if (Buffer.byteLength(name) <= longestNameBytes) {
    return name;
  }
  const suffix = `_${shortHash(name)}`;
  return `${beginning(name, longestNameBytes - suffix.length)}${suffix}`;
}

/** As many whole characters as fit: half a character is not valid UTF-8. */
function beginning(name: string, bytes: number): string {
  let result = '';
  for (const character of name) {
    if (Buffer.byteLength(result + character) > bytes) {
      break;
    }
    result += character;
  }
  return result;
}
