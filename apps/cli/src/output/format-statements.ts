import type { Statement } from '@retort/engine';

/** Statements as a person reads them: indented, each ended by a semicolon, its hazards and losses above it. */
export function formatStatements(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(({ sql, hazards, note }) => [
    ...[...new Set([...hazards.map(({ text }) => text), ...(note?.split('\n') ?? [])])].map(
      (text) => `  -- ${text}`,
    ),
    `${sql.trim()};`.replace(/^/gm, '  '),
  ]);
}
