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

// None takes a turn for each character: megabytes in a string would exhaust the stack.
const tokens = [
  /--[^\n]*/y,
  /[eE]'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'?/y,
  /[nNbBxX]?'[^']*(?:''[^']*)*'?/y,
  /"[^"]*(?:""[^"]*)*"?/y,
  /\$([\p{L}_][\p{L}\p{N}_]*)?\$[\s\S]*?\$\1\$/uy,
  /[\p{L}_][\p{L}\p{N}_$]*/uy,
];

/** How long the token is that begins at `at`: one character where it is none of those that matter. */
function tokenLength(sql: string, at: number): number {
  if (sql.startsWith('/*', at)) return commentLength(sql, at);
  for (const token of tokens) {
    token.lastIndex = at;
    const found = token.exec(sql);
    if (found !== null) return found[0].length;
  }
  return 1;
}

/** Comments of Postgres nest. */
function commentLength(sql: string, at: number): number {
  let depth = 0;
  for (let end = at; end < sql.length; end++) {
    if (sql.startsWith('/*', end)) depth++;
    else if (sql.startsWith('*/', end)) depth--;
    else continue;
    end++;
    if (depth === 0) return end + 1 - at;
  }
  return sql.length - at;
}
