import { tokenLength } from './token-length';

/**
 * The statements of a text, to be looked at: without comments, spaces as one, and nothing in quotes but names. What is
 * in a string or in the body of a function says nothing about the statement.
 *
 * @example splitStatements("DROP TABLE a; -- why\nSELECT 'DROP TABLE b'") // ['DROP TABLE a', "SELECT ''"]
 */
export function splitStatements(sql: string): readonly string[] {
  const statements: string[] = [];
  let current = '';
  const end = () => {
    const statement = current.replace(/\s+/g, ' ').trim();
    if (statement !== '') statements.push(statement);
    current = '';
  };
  for (let at = 0; at < sql.length; ) {
    const length = tokenLength(sql, at);
    const token = sql.slice(at, at + length);
    at += length;
    if (token === ';') end();
    else if (token.startsWith('--') || token.startsWith('/*')) current += ' ';
    else if (isString(token)) current += "''";
    else current += token;
  }
  end();
  return statements;
}

function isString(token: string): boolean {
  return token.length > 1 && /^(?:[eEnNbBxX]?'|\$)/.test(token);
}
