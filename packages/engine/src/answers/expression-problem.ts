import { tokenLength } from '../sql/token-length';

/** Why a text is not one SQL expression: what it is put into would mean something else. `null` where it may be one. */
export function expressionProblem(text: string): string | null {
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const token = text.slice(at, at + tokenLength(text, at));
    at += token.length;
    if (token === ';') return "an expression has no ';'";
    if (token.startsWith('--') || token.startsWith('/*')) return 'an expression has no comment';
    if (token === '(' || token === '[') depth += 1;
    if (token === ')' || token === ']') depth -= 1;
    if (depth < 0) return `a '${token}' too many`;
    if (token === ',' && depth === 0) return "one expression is wanted, and ',' begins another";
  }
  return depth === 0 ? null : 'a bracket is not closed';
}
