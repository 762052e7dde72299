/**
 * A statement to show, with the passwords that it sets (`CREATE ROLE … PASSWORD '…'`, `password=…` of a connection
 * string) made unreadable. Its length stays, and so do the positions that Postgres reports in it.
 */
export function hidePasswords(statement: string): string {
  return statement
    .replace(/(\bpassword\s+E?')((?:[^'\\]|''|\\.)*)/gi, hide)
    .replace(/(\bpassword\s*=\s*)([^\s'"]+)/gi, hide)
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@']*:)([^\s@']+)(?=@)/gi, hide);
}

function hide(_match: string, before: string, password: string): string {
  return before + '*'.repeat(Array.from(password).length);
}
