/** The lines that differ between two texts, as `diff` marks them: `- ` only in `from`, `+ ` only in `to`. */
export function listChangedLines(from: string, to: string): readonly string[] {
  let a = from.split('\n');
  let b = to.split('\n');
  const start = a.findIndex((line, index) => line !== b[index]);
  if (start === -1) return b.slice(a.length).map((line) => `+ ${line}`);
  a = a.slice(start);
  b = b.slice(start);
  let end = 0;
  while (end < Math.min(a.length, b.length) && a.at(-1 - end) === b.at(-1 - end)) end++;
  return longestCommon(a.slice(0, a.length - end), b.slice(0, b.length - end));
}

/** Beyond it the table of the comparison would be large, and nobody reads that much: all of one side, then all of the other. */
const mostCells = 4_000_000;

function longestCommon(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length * b.length > mostCells)
    return [...a.map((line) => `- ${line}`), ...b.map((line) => `+ ${line}`)];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] = a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const changed: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      changed.push(`- ${a[i++]}`);
    } else changed.push(`+ ${b[j++]}`);
  }
  return changed;
}
