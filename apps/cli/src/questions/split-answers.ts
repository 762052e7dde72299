/** A variable of make holds several answers, separated by white space outside of quotes. */
export function splitAnswers(texts: readonly string[] = []): readonly string[] {
  return texts.flatMap((text) => text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []);
}
