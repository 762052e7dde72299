/** Where what stands at `at` ends: a string, a quoted name, or one character. */
export function endOfToken(text: string, at: number): number {
  const quote = text[at];
  if (quote !== "'" && quote !== '"') {
    return at + 1;
  }
  const escapes = quote === "'" && text[at - 1] === 'E';
  for (let end = at + 1; end < text.length; end++) {
    if (escapes && text[end] === '\\') {
      end++;
    } else if (text[end] === quote) {
      if (text[end + 1] !== quote) {
        return end + 1;
      }
      end++;
    }
  }
  return text.length;
}
