/**
 * A variable of make holds several answers, separated by white space or commas outside of quotes and of the parentheses of
 * a function. A semicolon before that is taken for a part of it, since expressions are separated so.
 */
export function splitAnswers(texts: readonly string[] = []): readonly string[] {
  return texts.flatMap(splitOne).filter((answer) => answer !== '');
}

/** A name may end in a semicolon: the last one's is its own. */
function splitOne(text: string): readonly string[] {
  const answers = text.match(/(?:"[^"]*"|'[^']*'|\([^)]*\)|[^\s,"'])+/g) ?? [];
  return answers.map((answer, index) => (index < answers.length - 1 ? answer.replace(/;$/, '') : answer));
}
