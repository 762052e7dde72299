import { planFromHistory, readHistoryState, refuseMissing } from '@retort/engine';
import { type Context, loadHistory, resolveDatabase } from '../context';
import { checkTypes } from '../models/check-types';
import { loadEntities } from '../models/load-entities';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { formatStatements } from '../output/format-statements';

/** What CI asks: do the models and the migrations agree (else 4), and is everything applied (else 3)? */
export async function check(context: Context): Promise<ExitCode> {
  const { reporter, project, signal } = context;
  const database = await resolveDatabase(context);
  const history = await loadHistory(context);
  const state = await readHistoryState(database, history);
  refuseMissing(history, state);
  const entities = await loadEntities(context);
  await checkTypes(project);
  const plan = await planFromHistory({ history, entities, server: database.url, signal });
  if (plan.kind !== 'empty') {
    reporter.line('The models differ from the migrations:');
    if (plan.kind === 'ready') for (const line of formatStatements(plan.up)) reporter.line(line);
    reporter.line('Next: make db-prepare MSG="say what changed"');
    reporter.document({ command: 'check', outcome: 'modelsDiffer', plan });
    return exitCodes.modelsDiffer;
  }
  const { pending } = state;
  if (pending.length > 0) {
    reporter.line(`${pending.length} migrations are pending:`);
    for (const { stem } of pending) reporter.line(`  ${stem}`);
    reporter.line('Next: make db-migrate');
    reporter.document({ command: 'check', outcome: 'pending', pending: pending.map(({ stem }) => stem) });
    return exitCodes.pending;
  }
  reporter.line('In order: the models, the migrations and the database agree.');
  reporter.document({ command: 'check', outcome: 'inOrder' });
  return exitCodes.done;
}
