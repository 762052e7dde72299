import { planFromHistory, verifyHistory } from '@retort/engine';
import { type Context, loadHistory, resolveDatabase } from '../context';
import { loadEntities } from '../models/load-entities';
import { type ExitCode, exitCodes } from '../output/exit-code';

/** Proves the whole history: every migration up, down and up again, and that the models agree with where it leads. */
export async function verify(context: Context): Promise<ExitCode> {
  const { reporter, signal } = context;
  const { url: server } = await resolveDatabase(context);
  const history = await loadHistory(context);
  const broken = await verifyHistory({
    history,
    server,
    signal,
    onVerified: ({ stem }) => reporter.line(`holds    ${stem}`),
  });
  if (broken !== undefined) {
    const { migration, direction, differences } = broken;
    reporter.line(`broken   ${migration.stem}`);
    reporter.line(
      direction === 'down'
        ? 'After its up and its down, the schema is not what it was before:'
        : 'After its up, its down and its up, the schema is not what its first up made:',
    );
    for (const difference of differences) reporter.line(`  ${difference}`);
    reporter.line(`Next: correct its ${direction} in ${migration.path}`);
    reporter.document({
      command: 'verify',
      outcome: 'broken',
      migration: migration.stem,
      direction,
      differences,
    });
    return exitCodes.failed;
  }
  const plan = await planFromHistory({ history, entities: await loadEntities(context), server, signal });
  if (plan.kind !== 'empty') {
    reporter.line('The models differ from the migrations. Next: make db-prepare MSG="say what changed"');
    reporter.document({ command: 'verify', outcome: 'modelsDiffer' });
    return exitCodes.modelsDiffer;
  }
  reporter.line(`All ${history.migrations.length} migrations hold, and the models agree with them.`);
  reporter.document({
    command: 'verify',
    outcome: 'holds',
    migrations: history.migrations.map(({ stem }) => stem),
  });
  return exitCodes.done;
}
