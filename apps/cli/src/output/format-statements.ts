import type { Statement } from '@retort/engine';

/** Statements as a person reads them: indented, each ended by a semicolon, each hazard below it. */
export function formatStatements(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(({ sql, hazards }) => [
    `${sql.trim()};`.replace(/^/gm, '  '),
    ...hazards.map((hazard) => `    -- ${hazard}`),
  ]);
}
