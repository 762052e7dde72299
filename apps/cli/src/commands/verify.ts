import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type BrokenMigration, countOf, verifyHistory } from '@retort/engine';
import { type Context, loadHistory } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { scratchServer } from '../database/scratch-server';
import { loadEntities } from '../models/load-entities';
import { readDeclaredSql } from '../models/read-declared-sql';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { toldPlan } from '../output/format-answers';

/** Proves the whole history: every migration up, down and up again, and that models and `schema.sql` agree with where it leads. */
export async function verify(context: Context): Promise<ExitCode> {
  const { reporter, signal, project } = context;
  const server = await scratchServer(context, await resolveDatabase(context));
  const history = await loadHistory(context);
  const verified = await verifyHistory({
    history,
    entities: await loadEntities(context),
    sql: readDeclaredSql(project),
    server,
    schemaText: readSchemaFile(project.schemaFile),
    signal,
    onVerified: ({ stem }) => reporter.line(`holds    ${stem}`),
  });
  switch (verified.kind) {
    case 'broken':
      return reportBroken(context, verified);
    case 'modelsDiffer':
      reporter.line('The models differ from the migrations. Next: make db-prepare MSG="say what changed"');
      reporter.document({ command: 'verify', outcome: 'modelsDiffer', plan: toldPlan(verified.plan) });
      return exitCodes.modelsDiffer;
    case 'schemaFileDiffers':
      reporter.line(`${relative(context.cwd, project.schemaFile ?? '')} is not what the migrations make.`);
      reporter.line('Next, to write it again: make db-prepare MSG="write the schema again"');
      reporter.document({ command: 'verify', outcome: 'schemaFileDiffers' });
      return exitCodes.failed;
    case 'holds':
      reporter.line(
        `${countOf(history.migrations.length, 'migration holds', 'migrations hold')}, and the models agree with the history.`,
      );
      reporter.document({
        command: 'verify',
        outcome: 'holds',
        migrations: history.migrations.map(({ stem }) => stem),
      });
      return exitCodes.done;
  }
}

function reportBroken(
  { reporter, cwd }: Context,
  { migration, direction, differences }: BrokenMigration,
): ExitCode {
  reporter.line(`broken   ${migration.stem}`);
  reporter.line(
    direction === 'down'
      ? 'After its up and its down, the schema is not what it was before:'
      : 'After its up, its down and its up, the schema is not what its first up made:',
  );
  for (const difference of differences) reporter.line(`  ${difference}`);
  reporter.line(`Next: correct its ${direction} in ${relative(cwd, migration.path)}`);
  reporter.document({
    command: 'verify',
    outcome: 'broken',
    migration: migration.stem,
    direction,
    differences,
  });
  return exitCodes.failed;
}

/** A file that is kept and is not there differs from every schema. */
function readSchemaFile(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
