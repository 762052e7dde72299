import { relative } from 'node:path';
import { countOf, readHistory, readHistoryState, stamp, writeBaseline } from '@retort/engine';
import { type Context, loadHistory } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { scratchServer } from '../database/scratch-server';
import { createFormat } from '../format/format-source';
import { loadModule } from '../load/load-module';
import { loadEntities } from '../models/load-entities';
import { type ExitCode, exitCodes } from '../output/exit-code';

/** Writes the first migration from a live database, and writes down there that it is applied. */
export async function baseline(context: Context, { message }: { message: string }): Promise<ExitCode> {
  const { reporter, project, signal } = context;
  const database = await resolveDatabase(context);
  // Where it looks for what ran has to be where TypeORM looks.
  await loadEntities(context);
  const { written, notes } = await writeBaseline({
    database,
    server: await scratchServer(context, database),
    message,
    nowMs: Date.now(),
    history: await loadHistory(context),
    format: createFormat(project),
  });
  const history = await readHistory(project.migrationsFolder, loadModule);
  await stamp({ database, history, target: 'head', purge: false, signal });
  const { missing } = await readHistoryState(database, history);
  const files = written.map(({ name, path }) => ({
    migration: name.stem,
    path: relative(context.cwd, path),
  }));
  for (const { path } of files) reporter.line(`Wrote ${path}`);
  for (const { migration } of files) reporter.line(`stamped  ${migration}`);
  for (const note of notes) reporter.line(`note   ${note}`);
  if (missing.length > 0) {
    reporter.line(
      `Next: forget the ${countOf(missing.length, 'migration')} that another runner recorded and that ${missing.length === 1 ? 'has' : 'have'} no file: retort stamp head --purge`,
    );
  }
  reporter.line('Next: make db-check says in what the models differ from it');
  reporter.document({ command: 'baseline', ...files[0], files, notes });
  return exitCodes.done;
}
