/** Which of the names a text does not have, in words; undefined when it has all. */
export function findMissing(text: string, names: readonly string[]): string | undefined {
  const missing = names.filter((name) => !text.includes(name));
  if (missing.length === 0) return undefined;
  return `what it wrote says nothing of ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''}`;
}
