const mostLines = 12;

/** The lines of a statement around the failing place, with a caret below it. `position` counts characters from 1, as Postgres does. */
export function showPosition(statement: string, position: number | undefined): readonly string[] {
  const lines = statement.trim().split('\n');
  if (position === undefined || Number.isNaN(position)) return shorten(lines);
  const trimmed = statement.length - statement.trimStart().length;
  const before = statement
    .trim()
    .slice(0, Math.max(0, position - 1 - trimmed))
    .split('\n');
  const line = before.length - 1;
  const column = before[line]?.length ?? 0;
  const from = Math.max(0, line - mostLines / 2);
  return [
    ...lines.slice(from, line + 1),
    `${' '.repeat(column)}^`,
    ...shorten(lines.slice(line + 1, line + 3)),
  ];
}

function shorten(lines: readonly string[]): readonly string[] {
  return lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines), `… (${lines.length - mostLines} more lines)`];
}
