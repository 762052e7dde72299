import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Statement } from '../../src/operations/statement';

/** `RETORT_WRITE_CASES=1` writes what came instead of comparing: read the diff. */
const writes = process.env.RETORT_WRITE_CASES === '1';

const names = ['up.sql', 'down.sql', 'outcome.json'] as const;

export type ExpectedFiles = { readonly [Name in (typeof names)[number]]?: string };

export function compareExpected(folder: string, actual: ExpectedFiles): void {
  if (writes) {
    for (const name of names) {
      const text = actual[name];
      if (text === undefined) {
        rmSync(join(folder, name), { force: true });
      } else {
        writeFileSync(join(folder, name), text);
      }
    }
    return;
  }
  const expected: Record<string, string> = {};
  for (const name of names) {
    if (existsSync(join(folder, name))) {
      expected[name] = readFileSync(join(folder, name), 'utf8');
    }
  }
  expect(actual).toEqual(expected);
}

/** What a reviewer needs to see: what it does, what it risks, what it loses, and the SQL. */
export function renderStatements(statements: readonly Statement[]): string {
  return statements
    .map(({ sql, comment, transactional, hazards, note }) =>
      [
        `-- ${comment}`,
        ...(transactional ? [] : ['-- outside a transaction']),
        ...hazards.map(({ kind, text }) => `-- ${kind}: ${text}`),
        ...(note === null ? [] : [`-- note: ${note}`]),
        `${sql};\n`,
      ].join('\n'),
    )
    .join('\n');
}
