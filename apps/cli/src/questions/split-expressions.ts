import { RetortError } from '@retort/engine/state';

/** What stands for itself: strings (also `$tag$…$tag$`) and names. */
const quoted = /\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|"(?:[^"]|"")*"/y;
const beginsAnother =
  /\s(?:"(?:[^"]|"")+"|[^\s"'=.,;()[\]<>!]+)(?:\.(?:"(?:[^"]|"")+"|[^\s"'=.,;()[\]<>!]+)){1,2}=/y;

/**
 * Several answers whose expressions may hold spaces, separated by `;` or a line's end outside of quotes and brackets.
 *
 * @throws RetortError of kind `settings` where, outside of these, an expression holds what looks like another answer.
 */
export function splitExpressions(texts: readonly string[] = [], option: string): readonly string[] {
  return texts.flatMap((text) => splitOne(text, option)).filter((answer) => answer !== '');
}

function splitOne(text: string, option: string): readonly string[] {
  const answers: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    quoted.lastIndex = at;
    if (quoted.test(text)) {
      at = quoted.lastIndex - 1;
      continue;
    }
    const character = text[at] ?? '';
    if ('(['.includes(character)) depth++;
    else if (')]'.includes(character)) depth--;
    if (depth > 0) continue;
    if (character === ';' || character === '\n') {
      answers.push(text.slice(start, at).trim());
      start = at + 1;
      continue;
    }
    beginsAnother.lastIndex = at;
    // White space before the first of an answer is none of its own.
    if (text.slice(start, at).trim() !== '' && beginsAnother.test(text)) {
      throw ambiguous(text, at, beginsAnother.lastIndex, option);
    }
  }
  return [...answers, text.slice(start).trim()];
}

function ambiguous(text: string, start: number, end: number, option: string): RetortError {
  return new RetortError({
    what: `It cannot be told whether ${text.slice(start, end).trim()} is a part of the expression before it or begins another answer.`,
    at: `${option} ${text}`,
    next: `Where it is another answer, separate them by a semicolon: '${text.slice(0, start)}; ${text.slice(start).trim()}'; where it is not, put the expression in parentheses.`,
    kind: 'settings',
  });
}
