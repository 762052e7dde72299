import { countOf } from '../../errors/count-of';

const mostLines = 12;
const mostColumns = 100;

/** The lines of a statement around the failing place, with a caret below it. `position` counts characters from 1, as Postgres does. */
export function showPosition(statement: string, position: number | undefined): readonly string[] {
  if (position === undefined || Number.isNaN(position)) {
    return shorten(
      statement
        .trim()
        .split('\n')
        .map((line) => cut(line)),
    );
  }
  const lines = statement.trimEnd().split('\n');
  const before = Array.from(statement)
    .slice(0, Math.max(0, position - 1))
    .join('')
    .split('\n');
  const line = Math.min(before.length, lines.length) - 1;
  const failing = lines[line] ?? '';
  const column = Math.min((before[line] ?? '').length, failing.length);
  const from = Math.max(0, column - mostColumns * 0.75);
  const shown = cut(failing, from);
  const indent = failing.slice(from, column).replace(/[^\t]/g, ' ');
  return [
    ...dropBlankStart(lines.slice(Math.max(0, line - mostLines / 2), line)).map((text) => cut(text)),
    shown,
    `${from > 0 ? '  ' : ''}${indent}^`,
    ...lines.slice(line + 1, line + 3).map((text) => cut(text)),
  ];
}

function dropBlankStart(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first === -1 ? [] : lines.slice(first);
}

function cut(line: string, from = 0): string {
  const rest = line.slice(from);
  const shown = rest.length > mostColumns ? `${rest.slice(0, mostColumns)} …` : rest;
  return from > 0 ? `… ${shown}` : shown;
}

function shorten(lines: readonly string[]): readonly string[] {
  return lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines), `… (${countOf(lines.length - mostLines, 'more line')})`];
}
