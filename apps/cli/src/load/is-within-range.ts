/** Whether a version is in a range such as `^0.3.20 || ^1.0.0`. What comes before a release counts as that release. */
export function isWithinRange(version: string, range: string): boolean {
  const given = numbersOf(version);
  return range.split('||').some((caret) => {
    const least = numbersOf(caret.trim().replace(/^\^/, ''));
    // Versions agree up to the first number that is not zero, and the rest is not lower.
    const fixed = least.findIndex((part) => part > 0) + 1;
    return least.slice(0, fixed).every((part, index) => part === given[index]) && compare(given, least) >= 0;
  });
}

function numbersOf(version: string): readonly number[] {
  return version.split('-', 1).flatMap((release) => release.split('.').map(Number));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((part, position) => part !== b[position]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
