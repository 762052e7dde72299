import type { Rehearsed } from '@retort/engine';
import { hidePasswords, planRun, recordDirection, renderScript } from '@retort/engine/runner';
import { type Context, loadHistory } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { formatDuration } from '../output/format-duration';
import { readPatience } from './read-patience';
import type { TargetFlags } from './target-flags';

type Direction = 'up' | 'down';

/** `--plan`: what would run, in order. */
export async function showPlan(
  context: Context,
  direction: Direction,
  { to }: TargetFlags,
): Promise<ExitCode> {
  const { reporter } = context;
  const database = await resolveDatabase(context);
  const { migrations } = await planRun(database, await loadHistory(context), direction, to);
  const planned = [];
  for (const migration of migrations) {
    const recorded = await recordDirection(migration, direction);
    planned.push({
      migration: migration.stem,
      transaction: migration.instance.transaction !== false,
      statements:
        recorded.kind === 'known'
          ? recorded.statements.map((statement) => ({ ...statement, sql: hidePasswords(statement.sql) }))
          : null,
      unknown: recorded.kind === 'unknown' ? recorded.because : null,
    });
  }
  if (planned.length === 0) reporter.line('Nothing to do.');
  for (const { migration, transaction, statements, unknown } of planned) {
    reporter.line(
      `${direction === 'up' ? 'would apply' : 'would undo'}  ${migration}${transaction ? '' : '  (without a transaction)'}`,
    );
    for (const { sql } of statements ?? []) reporter.line(`${indent(sql)};`);
    if (unknown !== null) reporter.line(`    its SQL is known only while it runs: ${unknown}`);
  }
  reporter.document({
    command: direction === 'up' ? 'migrate' : 'downgrade',
    outcome: 'planned',
    migrations: planned,
  });
  return exitCodes.done;
}

function indent(sql: string): string {
  return sql
    .replace(/^\s*\n|\s+$/g, '')
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

/** `--sql`: a script for `psql -1`, on stdout. */
export async function showScript(
  context: Context,
  direction: Direction,
  { to }: TargetFlags,
): Promise<ExitCode> {
  const database = await resolveDatabase(context);
  const history = await loadHistory(context);
  const planned = await planRun(database, history, direction, to);
  const script = await renderScript({ ...planned, direction, history });
  context.reporter.text(script);
  context.reporter.document({
    command: direction === 'up' ? 'migrate' : 'downgrade',
    outcome: 'script',
    script,
    migrations: planned.migrations.map(({ stem }) => stem),
  });
  return exitCodes.done;
}

/** `--rehearse`: everything in one transaction, rolled back, and what it did. */
export async function showRehearsal(
  context: Context,
  direction: Direction,
  flags: TargetFlags,
): Promise<ExitCode> {
  const { reporter } = context;
  const database = await resolveDatabase(context);
  const patience = readPatience(context, flags);
  const { rehearseRun }: typeof import('@retort/engine') = require('@retort/engine');
  const rehearsed = await rehearseRun(database, await loadHistory(context), direction, flags.to, {
    ...patience,
    signal: context.signal,
  });
  if (rehearsed.length === 0) reporter.line('Nothing to do.');
  for (const one of rehearsed) for (const line of describe(one)) reporter.line(line);
  if (rehearsed.length > 0) reporter.line('All of it was rolled back.');
  reporter.document({
    command: direction === 'up' ? 'migrate' : 'downgrade',
    outcome: 'rehearsed',
    migrations: rehearsed.map(({ migration, durationMs, ...rest }) => ({
      migration: migration.stem,
      durationMs: Math.round(durationMs),
      ...rest,
    })),
  });
  return exitCodes.done;
}

function describe({ migration, durationMs, locks, rewritten, rows, leftOut }: Rehearsed): readonly string[] {
  return [
    `rehearsed  ${migration.stem}  ${formatDuration(durationMs)}`,
    ...locks.map(({ relation, mode }) => `  locks     ${relation}  ${mode}`),
    ...rewritten.map((table) => `  rewrites  ${table}`),
    ...rows.map(
      ({ table, inserted, updated, deleted }) =>
        `  rows      ${table}  ${inserted} inserted, ${updated} updated, ${deleted} deleted`,
    ),
    ...leftOut.map(
      (sql) => `  left out  ${hidePasswords(sql).replace(/\s+/g, ' ').trim()}  (it runs in no transaction)`,
    ),
  ];
}
