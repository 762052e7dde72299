/** Which of the names a text does not have, in words; undefined when it has all. */
export function findMissing(text: string, names: readonly string[]): string | undefined {
  const words = new Set(text.match(/\w+/g));
  const missing = names.filter((name) => !words.has(name));
  if (missing.length === 0) return undefined;
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
  return `what it wrote says nothing of ${missing.slice(0, 3).join(', ')}${more}`;
}
