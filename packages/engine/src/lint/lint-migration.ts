import { readFileSync } from 'node:fs';
import type { Migration } from '../history/history';
import { recordDirection, thrown } from '../journal/record-direction';
import { splitStatements } from '../sql/split-statements';
import type { Finding } from './finding';
import { lintStatement } from './lint-statement';
import { isMetadata, tableOf } from './table-of';

export interface LintedMigration {
  readonly migration: Migration;
  readonly findings: readonly Finding[];
}

/**
 * Looks at each migration as a reviewer would, asking no database: what cannot work or cannot be trusted later, and what
 * it does to rows and to an application that runs. What its file allows (`// retort-lint-allow <rule>: <why>`) is not told.
 */
export async function lintMigrations(migrations: readonly Migration[]): Promise<readonly LintedMigration[]> {
  const validated = new Set<string>();
  const linted: LintedMigration[] = [];
  for (const each of migrations) {
    const migration = (await each.unloaded?.load()) ?? each;
    const text = migration.source ?? readFileSync(migration.path, 'utf8');
    const allowed = new Set([...text.matchAll(/retort-lint-allow ([a-z-]+): *\S/g)].map(([, rule]) => rule));
    const findings = [
      ...(await lintUp(migration, validated)),
      ...(await lintDown(migration, text)),
      ...lintImports(text),
    ];
    linted.push({ migration, findings: findings.filter(({ rule }) => !allowed.has(rule)) });
  }
  return linted;
}

/** @param validated the tables of which a check was validated: those of this migration are added. */
async function lintUp(migration: Migration, validated: Set<string>): Promise<readonly Finding[]> {
  const up = await recordDirection(migration, 'up');
  if (up.kind === 'unknown') {
    return [
      { level: 'hazard', rule: 'not-read', says: `What its up does was not looked at: ${up.because}.` },
    ];
  }
  const { transaction } = migration.instance as { readonly transaction?: boolean };
  const isTransactional = (migration.plain?.properties.transaction ?? transaction) !== false;
  const created = new Set<string>();
  const changed = new Set<string>();
  const renamed = new Set<string>();
  const findings: Finding[] = [];
  let createsTables = false;
  for (const statement of up.statements.flatMap(({ sql }) => splitStatements(sql))) {
    const table = tableOf(statement);
    const isTable = /^CREATE (?:UNLOGGED )?TABLE\b/i.test(statement);
    const isCreated = isTable || /^CREATE MATERIALIZED VIEW\b/i.test(statement);
    if (isCreated && table !== undefined) created.add(table);
    createsTables ||= isTable;
    findings.push(...lintStatement(statement, { isTransactional, created, validated }));
    if (table === undefined || isMetadata(table)) continue;
    if (/\bVALIDATE CONSTRAINT\b/i.test(statement)) validated.add(table);
    const [, to] = /^ALTER TABLE .* RENAME TO "?([^"]+)"?$/i.exec(statement) ?? [];
    if (to !== undefined) renamed.add(to);
    if (!created.has(table) && !renamed.has(table)) changed.add(table);
  }
  return [...unique(findings), ...lintScope([...changed].sort(), createsTables)];
}

function lintScope(changed: readonly string[], creates: boolean): readonly Finding[] {
  if (changed.length + Number(creates) < 2) return [];
  const made = creates ? ['new tables'] : [];
  const says = `It changes ${[...changed, ...made].join(', ')}: one logical change per migration is read, deployed and undone by itself.`;
  return [{ level: 'hazard', rule: 'several-changes', says }];
}

async function lintDown(migration: Migration, text: string): Promise<readonly Finding[]> {
  const down = await recordDirection(migration, 'down');
  const wrong = (says: string): readonly Finding[] => [{ level: 'wrong', rule: 'no-way-back', says }];
  if (down.kind === 'unknown') {
    return down.because.startsWith(thrown)
      ? wrong(`Its down cannot undo anything: ${down.because}`)
      : [
          {
            level: 'hazard',
            rule: 'not-read',
            says: `What its down does was not looked at: ${down.because}.`,
          },
        ];
  }
  if (down.statements.length > 0) return [];
  const [, body = ''] = /\bdown\s*\([^)]*\)[^{]*\{([\s\S]*?)\}/.exec(text) ?? [];
  return /\/\/|\/\*/.test(body) ? [] : wrong('Its down undoes nothing, and does not say why.');
}

function lintImports(text: string): readonly Finding[] {
  const imported = [...text.matchAll(/^import (?!type\b)[^;]*?from\s+['"]([^'"]+)['"]/gm)]
    .map(([, from = '']) => from)
    .filter((from) => from !== 'typeorm' && !from.startsWith('node:'));
  return imported.map((from) => ({
    level: 'wrong',
    rule: 'imports',
    says: `It imports ${from}, which may say something else in a year: write SQL.`,
  }));
}

function unique(findings: readonly Finding[]): readonly Finding[] {
  const told = new Map(findings.map((finding) => [`${finding.rule} ${finding.says}`, finding]));
  return [...told.values()];
}
