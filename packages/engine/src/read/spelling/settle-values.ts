import { endOfToken } from './end-of-token';

/**
 * A view that is `VALUES (1), (2)` and has names of its own for the columns is spelt as one that reads `(VALUES (1), (2))`;
 * what is read like that is a subquery, which Postgres spells with a space: `( VALUES (1), (2))`. Both mean the same, and the
 * latter stays as it is.
 *
 * @see https://www.postgresql.org/docs/current/sql-values.html
 */
export function settleValues(text: string): string {
  // Nearly no definition has one.
  if (!text.includes(opening)) return text;
  let settled = '';
  let end = 0;
  for (let at = 0; at < text.length; at = endOfToken(text, at)) {
    if (!text.startsWith(opening, at)) continue;
    settled += `${text.slice(end, at)}( VALUES `;
    end = at + opening.length;
  }
  return settled + text.slice(end);
}

const opening = '(VALUES ';
