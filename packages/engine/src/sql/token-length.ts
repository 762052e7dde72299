// None takes a turn for each character: megabytes in a string would exhaust the stack.
const tokens = [
  /--[^\n]*/y,
  /[eE]'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'?/y,
  /[nNbBxX]?'[^']*(?:''[^']*)*'?/y,
  /"[^"]*(?:""[^"]*)*"?/y,
  /\$([\p{L}_][\p{L}\p{N}_]*)?\$[\s\S]*?\$\1\$/uy,
  /[\p{L}_][\p{L}\p{N}_$]*/uy,
];

/** How long the token of SQL is that begins at `at`: one character where it is none of those that matter. */
export function tokenLength(sql: string, at: number): number {
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
