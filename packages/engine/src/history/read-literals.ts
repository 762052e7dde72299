/**
 * The strings and numbers written in JavaScript or TypeScript, in their order: what no compiler and no formatter changes.
 * Of a template literal each part between its holes is one.
 */
export function readLiterals(code: string): readonly string[] {
  const found: string[] = [];
  const keep = (literal: string) => {
    const text = tidy(literal);
    if (text !== '') found.push(text);
  };
  /** For each `${` that is open, how many braces are open within it. */
  const holes: number[] = [];
  let before = '';
  let at = 0;
  const readTemplate = () => {
    const part = /[^`\\$]*(?:(?:\\[\s\S]|\$(?!\{))[^`\\$]*)*/y;
    part.lastIndex = at;
    const text = part.exec(code)?.[0] ?? '';
    at += text.length;
    keep(decodeEscapes(text));
    if (code.startsWith('${', at)) {
      holes.push(0);
      at += 2;
      before = '{';
    } else {
      at += 1;
      before = ')';
    }
  };
  while (at < code.length) {
    token.lastIndex = at;
    const match = token.exec(code);
    const text = match?.[0] ?? code.charAt(at);
    at += text.length;
    // By number, since this runs over every migration of the history: named groups would take twice as long.
    const [, blank, quoted, number] = match ?? [];
    if (blank !== undefined) continue;
    if (text === '`') readTemplate();
    else if (quoted !== undefined) {
      keep(decodeEscapes(text.slice(1, -1)));
      before = ')';
    } else if (text === '/' && startsExpression(before)) at = endOfRegularExpression(code, at);
    else if (text === '}' && holes.at(-1) === 0) {
      holes.pop();
      readTemplate();
    } else {
      const open = holes.length - 1;
      if (open >= 0 && text === '{') holes[open] = (holes[open] ?? 0) + 1;
      if (open >= 0 && text === '}') holes[open] = (holes[open] ?? 0) - 1;
      if (number !== undefined && !isOfCompiler(before, code, at))
        keep(String(Number(text.replaceAll('_', ''))));
      before = text;
    }
  }
  return found;
}

// A long literal must not take a turn of a loop for each of its characters: the stack has no room for that.
const token =
  /(\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|("[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*')|((?:0[xob][\da-f_]+|\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?))|(?:[\p{ID_Start}$_#][\p{ID_Continue}$]*)|[\s\S]/iuy;

/** A slash there begins a regular expression; after a value it divides. */
function startsExpression(before: string): boolean {
  if (/^(return|typeof|case|in|of|await|void|delete|throw|new|else|do|yield)$/.test(before)) return true;
  return !/^([\p{ID_Start}$_#\d].*|[)\]}])$/u.test(before);
}

function endOfRegularExpression(code: string, from: number): number {
  const rest = /(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])*\/[a-z]*/y;
  rest.lastIndex = from;
  return from + (rest.exec(code)?.[0].length ?? 0);
}

/** Compilers write `void 0` for undefined and `(0, imported.function)(…)` for a call. */
function isOfCompiler(before: string, code: string, end: number): boolean {
  return before === 'void' || (before === '(' && /^\s*,/.test(code.slice(end, end + 10)));
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

export function decodeEscapes(text: string): string {
  return text.replace(
    /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[\s\S]))/gi,
    (_match, long?: string, short?: string, byte?: string, character = '') => {
      const code = long ?? short ?? byte;
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
      return /[\n\r\u2028\u2029]/.test(character) ? '' : (escapes[character] ?? character);
    },
  );
}

/** How far a statement is indented means nothing. */
export function tidy(text: string): string {
  if (!/[\r\n]/.test(text)) return text.trim();
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
