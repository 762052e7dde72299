import { relative } from 'node:path';
import { countOf, lintMigrations, listStemsOn, refuseBaseChanges } from '@retort/engine/runner';
import { type Context, loadHistory } from '../context';
import { type ExitCode, exitCodes } from '../output/exit-code';

export interface LintFlags {
  /** A branch: its migrations may not have been edited or removed here (else 8), and are not looked at. */
  readonly base?: string;
  /** Hazards fail too (6). */
  readonly strict?: boolean;
}

/** Looks at the migrations' files as a reviewer would. No database is asked. */
export async function lint(context: Context, { base, strict = false }: LintFlags): Promise<ExitCode> {
  const { reporter, project } = context;
  const { migrations } = await loadHistory(context);
  if (base !== undefined) await refuseBaseChanges(project.migrationsFolder, base);
  const theirs = base === undefined ? new Set() : await listStemsOn(project.migrationsFolder, base);
  const linted = await lintMigrations(migrations.filter(({ stem }) => !theirs.has(stem)));
  for (const { migration, findings } of linted) {
    if (findings.length > 0) reporter.line(relative(context.cwd, migration.path));
    for (const { level, rule, says } of findings) reporter.line(`  ${level.padEnd(6)}  ${rule}: ${says}`);
  }
  const findings = linted.flatMap(({ migration, findings: found }) =>
    found.map((finding) => ({ migration: migration.stem, ...finding })),
  );
  const wrong = findings.filter(({ level }) => level === 'wrong').length;
  const hazards = findings.length - wrong;
  const fails = wrong > 0 || (strict && hazards > 0);
  reporter.line(
    findings.length === 0
      ? `In order: ${countOf(linted.length, 'migration')}, and nothing to say about ${linted.length === 1 ? 'it' : 'them'}.`
      : `${wrong} wrong, ${countOf(hazards, 'hazard')}, in ${countOf(linted.length, 'migration')}.`,
  );
  if (fails) {
    reporter.line(
      'Next: correct what is wrong, or say in that file why it is right: // retort-lint-allow <rule>: <why>',
    );
  }
  reporter.document({
    command: 'lint',
    outcome: fails ? 'refused' : 'passed',
    migrations: linted.map(({ migration }) => migration.stem),
    findings,
  });
  if (wrong > 0) return exitCodes.failed;
  return fails ? exitCodes.refused : exitCodes.done;
}
